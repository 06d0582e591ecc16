import { defineTable } from '../table';

/** Menus and when they are shown; people write them. `key` is `menu:` and a word of one's own. */
export const menuCalendar = defineTable({
	name: 'menu_calendar',
	holds: 'menus, and when and to whom they are shown',
	columns: {
		name: 'text',
		/** Nothing is published until it is on. */
		isActive: 'flag',
		/** Days, both included: `2026-12-01`, or `12-01` for every year; empty for no limit. */
		startsOn: 'text',
		endsOn: 'text',
		/** Of several that are due the highest is shown; empty counts as 0. */
		priority: 'number',
		/** Name of the tag whose followers see it; '' for everybody. */
		tag: 'text',
		/** A line each entry, see `writtenMenu`; or WeChat's own JSON. */
		menu: 'text',
	},
	examples: [
		{
			key: 'menu:standard',
			name: '日常菜单',
			isActive: false,
			priority: 0,
			menu: [
				'最新内容',
				'- 新品：本季新品已经上架。（示例，请改成您的介绍）',
				'- 精选文章：https://mp.weixin.qq.com',
				'服务',
				'- 营业时间：我们的营业时间是……（示例，请填上时间）',
				'- 退换货：退换货请先留言告诉我们订单号。',
				'- 签到',
				'人工客服：请直接留言，我们会尽快回复。',
			].join('\n'),
		},
		{
			key: 'menu:new-year',
			name: '新年菜单',
			isActive: false,
			startsOn: '12-25',
			endsOn: '01-07',
			priority: 10,
			menu: [
				'新年活动',
				'- 活动说明：新年活动从 12 月 25 日到 1 月 7 日。（示例，请改成您的活动）',
				'- 活动文章：https://mp.weixin.qq.com/s/example',
				'服务',
				'- 营业时间：新年期间的营业时间是……（示例，请填上时间）',
				'- 签到',
				'人工客服：请直接留言，我们会尽快回复。',
			].join('\n'),
		},
		{
			key: 'menu:members',
			name: '会员菜单',
			isActive: false,
			tag: '会员',
			priority: 0,
			menu: [
				'会员专享',
				'- 会员权益：会员权益有……（示例，请填上权益）',
				'- 积分商城',
				'服务',
				'- 营业时间：我们的营业时间是……（示例，请填上时间）',
				'- 签到',
				'人工客服：请直接留言，我们会尽快回复。',
			].join('\n'),
		},
	],
});
