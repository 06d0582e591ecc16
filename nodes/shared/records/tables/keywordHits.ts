import { defineTable } from '../table';

/** What followers asked and were answered, one row each; `key` is `hit:` and the key of the message. */
export const keywordHits = defineTable({
	name: 'keyword_hits',
	holds: 'what followers asked and what became of it',
	columns: {
		openId: 'text',
		at: 'time',
		text: 'text',
		/** `matched`, `candidates` or `person`. */
		status: 'text',
		keywordId: 'text',
		keyword: 'text',
		level: 'text',
		score: 'number',
		/** Which step found the keyword, or why it goes to a person. */
		why: 'text',
		/** What else the answer held, so that a message that is delivered again gets the same. */
		answer: 'json',
	},
	indexes: [['openId', 'at'], ['at']],
	isPersonal: true,
});
