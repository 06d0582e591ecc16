import { defineTable } from '../table';

/** What followers did and what they were sent, one row each; `key` is the trigger's `wechat.dedupeKey`. */
export const interactions = defineTable({
	name: 'interactions',
	holds: 'what followers did, one row each',
	columns: {
		openId: 'text',
		/** As the trigger names it: `text`, `event.CLICK`, …; or `order`, `comment` and other kinds of one's own. */
		kind: 'text',
		at: 'time',
		text: 'text',
		/** Menu key, scene or template, where the event has one. */
		eventKey: 'text',
		articleId: 'text',
		points: 'number',
		/** Money of an order, in fen. */
		amountFen: 'number',
		/** Whether the account did it, and not the follower. */
		isOutgoing: 'flag',
		data: 'json',
	},
	indexes: [['openId', 'at'], ['at']],
	isPersonal: true,
});
