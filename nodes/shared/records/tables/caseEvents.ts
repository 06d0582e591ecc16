import { defineTable } from '../table';

/**
 * What happened in cases; rows are only ever added. `kind` is a word of the reply times (`userMessage`,
 * `personReply`, `resolved`, `cancelled`, …) or `warning`, which tells that staff were to be warned.
 */
export const caseEvents = defineTable({
	name: 'case_events',
	holds: 'what happened in cases, one row each',
	columns: {
		/** Key of the case. */
		caseKey: 'text',
		openId: 'text',
		channel: 'text',
		tier: 'text',
		kind: 'text',
		at: 'time',
		/** Beginning of the message. */
		text: 'text',
		link: 'text',
	},
	indexes: [['at'], ['caseKey', 'at']],
	isPersonal: true,
});
