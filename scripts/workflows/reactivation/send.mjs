import { batches, hasField, ifAll, isTrue, setFields } from '../lib/nodes.mjs';
import { NOW } from '../lib/settings.mjs';
import { listHas } from './common.mjs';
import { deliver } from './deliver.mjs';

/** Output of *Choose Audience*. */
const SEND_NOW = 0;

/** One person at a time: claimed, given a coupon, written to. */
export function sending(w, store, { choose, campaign }) {
	const loop = w.section(
		'## 6. 一个一个发\n先占住这个人（pending→sending），再发。别人占了就跳过。',
		{ line: 3 },
	);
	const each = loop.put('One person at a time', batches(1), 0, 1);
	const claimed = loop.put(
		'Claim person',
		store.update(
			'wechat_audience',
			[
				['key', 'eq', '={{ $json.key }}'],
				['status', 'eq', 'pending'],
			],
			{
				status: 'sending',
				channel: '={{ $json.channel }}',
				templateId: `={{ $json.templateId ?? ($json.channel === 'templateMessage' ? ${campaign}.serviceTemplateId : '') }}`,
				claimedAt: NOW,
				at: NOW,
				result: '',
			},
		),
		1,
		1,
	);
	const isOurs = loop.put('Is it ours?', ifAll(hasField()), 2, 1, { executeOnce: true });
	w.link(choose, each, { output: SEND_NOW }).link(each, claimed, { output: 1 });
	w.chain(claimed, isOurs).link(isOurs, each, { output: 1 });
	const person = `$('${claimed}').first().json`;

	const gift = w.section(
		'## 7. 优惠券\n流失的人有券：已有的沿用，没有就占一张空闲的；被人抢先就再占一张，发完就只发文字。',
		{ line: 3 },
	);
	const carries = gift.put(
		'Does it carry a coupon?',
		ifAll(
			isTrue(
				`${person}.channel !== 'templateMessage' && ${listHas(`(${campaign}.couponSegments ?? '')`, `${person}.segment`)}`,
			),
		),
		0,
		1,
	);
	const own = gift.put(
		'Coupon of this person',
		store.get(
			'wechat_coupons',
			[
				['campaign', 'eq', `={{ ${person}.campaign }}`],
				['openId', 'eq', `={{ ${person}.openId }}`],
			],
			{ limit: 1 },
		),
		1,
		0,
	);
	const hasOne = gift.put('Has one already?', ifAll(hasField()), 2, 0);
	const free = gift.put(
		'Free coupon',
		store.get(
			'wechat_coupons',
			[
				['campaign', 'eq', `={{ ${person}.campaign }}`],
				['state', 'eq', 'free'],
			],
			{ limit: 1 },
		),
		2,
		1,
	);
	const isLeft = gift.put('Is one left?', ifAll(hasField()), 3, 1);
	const taken = gift.put(
		'Claim coupon',
		store.update(
			'wechat_coupons',
			[
				['key', 'eq', '={{ $json.key }}'],
				['state', 'eq', 'free'],
			],
			{ state: 'claimed', openId: `={{ ${person}.openId }}`, claimedAt: NOW },
		),
		4,
		0,
	);
	const gotIt = gift.put('Is the coupon ours?', ifAll(hasField()), 5, 0);
	const coupon = "($json.state ? $json.key : '')";
	const written = (plain, withCoupon) =>
		`(${coupon} ? ${campaign}.${withCoupon} : ${campaign}.${plain})?.replace('{coupon}', ${coupon}) ?? ''`;
	const message = gift.put(
		'Write message',
		setFields({
			key: `={{ ${person}.key }}`,
			openId: `={{ ${person}.openId }}`,
			campaign: `={{ ${person}.campaign }}`,
			channel: `={{ ${person}.channel }}`,
			templateId: `={{ ${person}.templateId ?? '' }}`,
			coupon: `={{ ${coupon} }}`,
			text: `={{ ${person}.channel === 'customerServiceMessage' ? ${written('text', 'couponText')} : ${person}.channel === 'subscriptionNotice' ? ${written('noticeText', 'noticeCouponText')} : ${campaign}.serviceText }}`,
		}),
		6,
		1,
	);
	w.chain(isOurs, carries, own, hasOne, message);
	w.link(carries, message, { output: 1 }).link(hasOne, free, { output: 1 });
	w.chain(free, isLeft, taken, gotIt, message).link(isLeft, message, { output: 1 });
	w.link(gotIt, free, { output: 1 });
	deliver(w, store, { message, each, campaign });
}
