import { defineTable } from '../table';

/** What members of groups are written to, by layer; people write it. `key` is a word of one's own. */
export const groupContents = defineTable({
	name: 'group_contents',
	holds: 'messages to members of groups, by layer and day',
	columns: {
		name: 'text',
		/** Nothing is sent until it is on. */
		isActive: 'flag',
		/** `新成员`, `活跃`, `沉默` or `全部`. */
		layer: 'text',
		/** A day as `2026-12-01`; empty for each member once, whenever the member comes into the layer. */
		sendOn: 'text',
		text: 'text',
	},
	examples: [
		{
			key: 'content:welcome',
			name: '新成员指南',
			isActive: false,
			layer: '新成员',
			text: '欢迎加入！三件小事：\n① 群公告里有活动安排；\n② 回复“签到”领积分；\n③ 有问题随时在群里问。',
		},
		{
			key: 'content:preview',
			name: '活动预告',
			isActive: false,
			layer: '活跃',
			sendOn: '2027-01-05',
			text: '这周的活动您可以提前报名，回复“报名”。（示例，请改成您的内容）',
		},
		{
			key: 'content:hello',
			name: '好久不见',
			isActive: false,
			layer: '沉默',
			sendOn: '2027-01-05',
			text: '好久不见！最近的内容整理好了，回复“菜单”看看。（示例，请改成您的内容）',
		},
	],
});
