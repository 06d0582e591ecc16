import { defineTable } from '../table';

/**
 * The ledger of the activities: what happened, one row each, written once and never changed. `points` is what a
 * row adds to the balance of the person; `openId` is empty for rows of the activity itself.
 */
export const activityRows = defineTable({
	name: 'activity_rows',
	holds: 'what followers did in games and lotteries, one row each',
	columns: {
		activityId: 'text',
		openId: 'text',
		/** `quiz`, `checkIn`, `vote`, `submission`, `points`, `spend` … */
		type: 'text',
		points: 'number',
		at: 'time',
		data: 'json',
	},
	indexes: [
		['activityId', 'openId'],
		['openId', 'at'],
	],
	isPersonal: true,
});
