import {
	condition,
	filterBy,
	hasField,
	ifAll,
	isTrue,
	locator,
	setFields,
	switchBy,
	wechatApi,
} from '../lib/nodes.mjs';
import { NOW } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { recordOf, reminder, templateFields } from './messages.mjs';

/**
 * Codes by which WeChat refuses a person for good: not a follower (any more), no consent, window closed, all
 * messages of the window sent, blocked.
 */
const REFUSED_FOR_GOOD = [40003, 43004, 43101, 45015, 45047, 50005];

/** Sends by the chosen channel, and writes down what became of it. */
export function deliver(w, store, { message, each, campaign }) {
	const text = `$('${message}').first().json`;
	const section = w.section(
		'## 8. 发送\n48 小时内：客服消息。同意过通知：先用掉一次同意，再发通知。服务提醒：模板消息，不得营销。',
		{ line: 4 },
	);
	const channel = section.put(
		'By channel',
		switchBy({
			'Customer service message': condition(
				'={{ $json.channel }}',
				'equals',
				'customerServiceMessage',
			),
			'Subscription notice': condition('={{ $json.channel }}', 'equals', 'subscriptionNotice'),
			'Template message': condition('={{ $json.channel }}', 'equals', 'templateMessage'),
		}),
		0,
		1,
	);
	const write = section.put(
		'Send message',
		{
			...wechatApi('customerServiceMessage', 'sendText', {
				openId: '={{ $json.openId }}',
				text: '={{ $json.text }}',
			}),
			onError: 'continueErrorOutput',
		},
		4,
		0,
	);
	const consent = section.put(
		'Open consent',
		store.get(
			'wechat_consents',
			[
				['openId', 'eq', '={{ $json.openId }}'],
				['templateId', 'eq', '={{ $json.templateId }}'],
				['status', 'eq', 'open'],
			],
			{ limit: 1 },
		),
		1,
		1,
	);
	const used = section.put(
		'Use up consent',
		store.update(
			'wechat_consents',
			[
				['key', 'eq', "={{ $json.key ?? '' }}"],
				['status', 'eq', 'open'],
			],
			{ status: 'used', usedFor: `={{ ${text}.key }}`, result: '' },
		),
		2,
		1,
	);
	const isOpen = section.put('Is there a consent?', ifAll(hasField()), 3, 1);
	const notice = section.put(
		'Send notice',
		{
			...wechatApi('subscriptionNotice', 'send', {
				openId: `={{ ${text}.openId }}`,
				templateId: locator(`={{ ${text}.templateId }}`),
				fields: templateFields({
					thing1: `={{ ${campaign}.noticeTitle }}`,
					thing2: `={{ ${text}.text }}`,
				}),
				additionalFields: { clientMsgId: `={{ ${text}.campaign }}` },
			}),
			onError: 'continueErrorOutput',
		},
		4,
		1,
	);
	const remind = section.put('Send reminder', reminder('$json'), 4, 2);
	w.chain(message, channel, write).link(channel, consent, { output: 1 });
	w.link(channel, remind, { output: 2 }).chain(consent, used, isOpen, notice);

	const book = w.section(
		'## 9. 记结果\n发出的记互动、改为 sent。失败：没发出的退回优惠券和同意；不知道的记 unknown，不重发。',
		{
			line: 4,
		},
	);
	const mark = (values) =>
		store.update('wechat_audience', [['key', 'eq', `={{ ${text}.key }}`]], values);
	const record = book.put(
		'Record message',
		store.put(
			'wechat_interactions',
			recordOf(
				text,
				`${text}.text`,
				`={{ ${text}.channel === 'customerServiceMessage' ? 'sent' : 'noticeSent' }}`,
			),
		),
		0,
		0,
	);
	const sent = book.put(
		'Mark as sent',
		mark({
			status: 'sent',
			sentAt: NOW,
			coupon: `={{ ${text}.coupon }}`,
			msgId: `={{ ${text}.channel === 'templateMessage' ? $('${remind}').first().json.msgId : '' }}`,
		}),
		1,
		0,
	);
	const given = book.put('Had it a coupon?', filterBy(hasField('coupon')), 2, 0);
	const gift = book.put(
		'Record the coupon',
		store.put('wechat_interactions', {
			key: "={{ 'couponGiven:' + $json.coupon }}",
			openId: '={{ $json.openId }}',
			kind: 'couponGiven',
			at: '={{ $json.sentAt }}',
			auto: true,
		}),
		3,
		0,
	);
	w.link(write, record).link(notice, record).link(remind, record).chain(record, sent, given, gift);
	w.link(sent, each);

	const failure = book.put(
		'What went wrong',
		setFields({
			result: "={{ $json.error?.message ?? $json.error ?? '同意已用完' }}",
			errcode: ['number', '={{ $json.details?.errcode ?? 0 }}'],
			isUnknown: [
				'boolean',
				"={{ $json.details?.outcome === 'unknown' || ($json.error !== undefined && !$json.details) }}",
			],
		}),
		0,
		1,
	);
	const isUnknown = book.put('May it have been sent?', ifAll(isTrue('$json.isUnknown')), 1, 1);
	const unknown = book.put(
		'Mark as unknown',
		mark({ status: 'unknown', result: '={{ $json.result }}', coupon: `={{ ${text}.coupon }}` }),
		2,
		1,
	);
	const went = "$('What went wrong').first().json";
	const coupon = book.put(
		'Give the coupon back',
		store.update('wechat_coupons', [['key', 'eq', `={{ ${text}.coupon }}`]], {
			state: 'free',
			openId: '',
		}),
		2,
		2,
	);
	const back = book.put(
		'Give the consent back',
		store.update('wechat_consents', [['usedFor', 'eq', `={{ ${text}.key }}`]], {
			status: `={{ ${went}.errcode === 43101 ? 'revoked' : 'open' }}`,
			usedFor: '',
		}),
		3,
		2,
	);
	const refused = book.put(
		'Mark as refused',
		mark({
			status: `={{ ${JSON.stringify(REFUSED_FOR_GOOD)}.includes(${went}.errcode) ? 'skipped' : 'pending' }}`,
			result: `={{ ${went}.result }}`,
		}),
		4,
		2,
	);
	for (const node of [write, notice, remind]) w.link(node, failure, { output: 1 });
	w.link(isOpen, failure, { output: 1 }).chain(failure, isUnknown, unknown, each);
	w.link(isUnknown, coupon, { output: 1 }).chain(coupon, back, refused, each);

	const count = (code) => `rows.filter((row) => ${code}).length`;
	const tell = book.put(
		'Tell staff what was sent',
		notifyStaff(`(() => {
	const rows = $('${each}').all(0).map(({ json }) => json).filter(({ status }) => status);
	const open = $('Choose audience');
	const byChannel = [['customerServiceMessage', '客服消息'], ['subscriptionNotice', '订阅通知'], ['templateMessage', '模板消息']]
		.map(([channel, name]) => name + ' ' + ${count("row.status === 'sent' && row.channel === channel")}).join('，');
	const failed = ${count("row.status === 'skipped' || row.status === 'pending'")};
	const unknown = ${count("row.status === 'unknown'")};
	return [
		'【召回】“' + ${campaign}.name + '”本次发出 ' + ${count("row.status === 'sent'")} + ' 条：' + byChannel,
		'带券 ' + ${count("row.status === 'sent' && row.coupon")} + ' 张；对照组 ' + open.all(2).length + ' 人，稍后 ' + open.all(1).length + ' 人，无法触达 ' + open.all(3).length + ' 人',
		failed > 0 ? '微信没有接受 ' + failed + ' 条，原因见 wechat_audience 表的 result' : '',
		unknown > 0 ? unknown + ' 条不知道是否送达，没有重发' : '',
	].filter(Boolean).join('\\n');
})()`),
		5,
		0,
		{ executeOnce: true },
	);
	w.link(each, tell, { output: 0 });
}
