import { defineTable } from '../table';

/** Campaigns, one row each; people write them. `key` is the name by which records know one, e.g. `come-back`. */
export const campaigns = defineTable({
	name: 'campaigns',
	holds: 'campaigns: to whom, what, when and how often',
	columns: {
		name: 'text',
		/** Nothing is sent until it is on. */
		isActive: 'flag',
		/** Comma-separated, in Chinese or English: `沉默, 流失`; `全部` for every follower. */
		segments: 'text',
		/** Comma-separated, the one to be preferred first: `客服消息, 订阅通知, 模板消息`. */
		channels: 'text',
		/** Days, both included; empty for no limit. */
		startsOn: 'text',
		endsOn: 'text',
		/** `{coupon}` and `{couponUntil}` are filled in. */
		text: 'text',
		/** What somebody reads who gets a coupon. */
		couponText: 'text',
		/** Name of the coupon; empty for none. */
		coupon: 'text',
		/** Segments that get one; empty for all. */
		couponSegments: 'text',
		couponDays: 'number',
		couponValueFen: 'number',
		/** Fields as `thing1=…|thing2=…`, or a line each. */
		noticeTemplateId: 'text',
		noticeFields: 'text',
		serviceTemplateId: 'text',
		serviceFields: 'text',
		/** Share that gets nothing, so that the effect can be measured. */
		holdOutPercent: 'number',
		/** Most messages of the account to a person within `perDays` days. */
		maxMessages: 'number',
		perDays: 'number',
		/** Times of the day in Shanghai. */
		quietFrom: 'text',
		quietUntil: 'text',
		/** Whether only people who said yes are written to. */
		needsConsent: 'flag',
		/** What one message costs, in fen. */
		costFen: 'number',
		/** Days within which somebody counts as come back. */
		returnDays: 'number',
	},
	examples: [
		{
			key: 'come-back',
			name: '好久不见',
			isActive: false,
			segments: '沉默, 流失',
			channels: '客服消息, 订阅通知',
			text: '好久不见！最近店里有不少新东西，回复“优惠”看本月活动。\n不想再收到，回复“退订”。',
			coupon: '满 100 元减 20 元',
			couponSegments: '流失',
			couponText:
				'好久不见！送您一张“满 100 元减 20 元”的券，券码 {coupon}，有效期至 {couponUntil}。\n不想再收到，回复“退订”。',
			couponDays: 30,
			couponValueFen: 2_000,
			noticeFields: 'thing1=本月活动开始了|thing2=回复“优惠”查看',
			holdOutPercent: 10,
			maxMessages: 1,
			perDays: 7,
			quietFrom: '21:00',
			quietUntil: '09:00',
			needsConsent: false,
			costFen: 0,
			returnDays: 7,
		},
		{
			key: 'member-day',
			name: '会员日',
			isActive: false,
			segments: '高价值',
			channels: '客服消息, 订阅通知',
			text: '本周五是会员日，全天双倍积分。回复“会员日”看安排。\n不想再收到，回复“退订”。',
			holdOutPercent: 10,
			maxMessages: 1,
			perDays: 7,
			quietFrom: '21:00',
			quietUntil: '09:00',
			needsConsent: true,
			costFen: 0,
			returnDays: 7,
		},
	],
});
