import { coreNode, hasField, ifAll, isTrue } from '../lib/nodes.mjs';
import { isSecretCode, nowCodeOf } from '../lib/settings.mjs';

const SETTINGS = 'Settings of the counter';
const FORM = 'When the counter takes a coupon';
const FORM_PATH = 'wechat-coupon';

const CODE = `String($('${FORM}').first().json.code).trim().toUpperCase()`;

const page = (completionTitle, completionMessage) =>
	coreNode('form', 2.5, {
		operation: 'completion',
		respondWith: 'text',
		completionTitle,
		completionMessage,
		options: {},
	});

/** The counter enters the code of a coupon: valid once, and known to the figures as used. */
export function redeem(w, store) {
	const section = w.section(
		'## 13. 核销优惠券\n店员在表单里填券码和口令（设置 couponKey）。一张券只能用一次。',
		{ line: 7 },
	);
	const form = section.put(
		FORM,
		{
			...coreNode('formTrigger', 2.5, {
				formTitle: '核销优惠券',
				formFields: {
					values: [
						{ fieldLabel: '券码', fieldName: 'code', fieldType: 'text', requiredField: true },
						{ fieldLabel: '口令', fieldName: 'key', fieldType: 'password', requiredField: true },
					],
				},
				options: { path: FORM_PATH, buttonLabel: '核销', appendAttribution: false },
			}),
			webhook: true,
		},
		0,
	);
	const settings = section.put(SETTINGS, store.get('wechat_settings'), 1);
	const isStaff = section.put(
		'Does the counter know the key?',
		ifAll(isTrue(isSecretCode('couponKey', `$('${FORM}').first().json.key`, SETTINGS))),
		2,
		0,
		{ executeOnce: true },
	);
	const used = section.put(
		'Use the coupon',
		store.update(
			'wechat_coupons',
			[
				['key', 'eq', `={{ ${CODE} }}`],
				['state', 'eq', 'claimed'],
			],
			{ state: 'used', usedAt: `={{ ${nowCodeOf(SETTINGS)} }}` },
		),
		3,
	);
	const isValid = section.put('Was it valid?', ifAll(hasField()), 4);
	const recorded = section.put(
		'Record the use',
		store.put('wechat_interactions', {
			key: "={{ 'couponUsed:' + $json.key }}",
			openId: '={{ $json.openId }}',
			kind: 'couponUsed',
			at: '={{ $json.usedAt }}',
			auto: false,
		}),
		5,
	);
	const done = section.put(
		'Tell that it is used',
		page('已核销', `={{ '券码 ' + ${CODE} + ' 已核销，请给顾客优惠。' }}`),
		6,
		0,
		{ webhook: true },
	);
	const invalid = section.put(
		'Tell that it is not valid',
		page('不能用', `={{ '券码 ' + ${CODE} + ' 不存在、还没有发给顾客，或者已经用过。' }}`),
		5,
		1,
		{ webhook: true },
	);
	const stranger = section.put(
		'Tell that the key is wrong',
		page('口令不对', '请核对口令；没有设置 couponKey 时不能核销。'),
		3,
		1,
		{ webhook: true },
	);
	w.chain(form, settings, isStaff, used, isValid, recorded, done);
	w.link(isValid, invalid, { output: 1 }).link(isStaff, stranger, { output: 1 });
}
