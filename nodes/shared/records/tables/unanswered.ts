import { defineTable } from '../table';

/**
 * Questions that the library did not answer; `key` is `asked:` and the key of the message. `status`: `open`,
 * `offered` (keywords were offered), `chosen` (one of them was taken, `chosen` says which), or `answered` (the library
 * has an answer by now).
 */
export const unanswered = defineTable({
	name: 'unanswered',
	holds: 'questions that the library did not answer',
	columns: {
		openId: 'text',
		at: 'time',
		text: 'text',
		status: 'text',
		/** Keys of the keywords that were offered, separated by commas. */
		offered: 'text',
		/** Key of the keyword that the follower took. */
		chosen: 'text',
	},
	indexes: [
		['status', 'at'],
		['openId', 'at'],
	],
	isPersonal: true,
});
