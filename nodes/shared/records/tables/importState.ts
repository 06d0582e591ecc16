import { defineTable } from '../table';

/** How far long work has come, so that it goes on where it was broken off; one row for each kind of work. */
export const importState = defineTable({
	name: 'import_state',
	holds: 'how far an import has come',
	columns: {
		/** `running` or `done`. */
		state: 'text',
		/** WeChat's `next_openid`: the page that comes next begins after it. */
		cursor: 'text',
		/** How many the list has so far given, and has in all. */
		listed: 'number',
		total: 'number',
		/** Contacts that were not known before. */
		added: 'number',
		startedAt: 'time',
		at: 'time',
	},
});
