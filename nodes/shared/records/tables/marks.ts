import { defineTable } from '../table';

/** What was told once about a follower; `key` says what, and of whom. */
export const marks = defineTable({
	name: 'marks',
	holds: 'what was told about a follower, so that it is told once',
	columns: {
		openId: 'text',
		/** e.g. `silent`. */
		what: 'text',
		at: 'time',
	},
	indexes: [['openId'], ['what', 'at']],
	isPersonal: true,
});
