import { defineTable } from '../table';

/**
 * What went out, or was to go out, each under a key. `state`: `ready` (nothing was done yet), `sending` (a call is
 * under way, or was broken off), `sent`, `refused` (nothing went out; it may be tried again) or `unknown` (only
 * WeChat knows). A person who has looked may set `unknown` to `refused`, so that it goes out, or to `sent`. Rows of
 * a follower who leaves are removed.
 */
export const sent = defineTable({
	name: 'sent_log',
	holds: 'what went out, so that nothing goes out twice',
	columns: {
		what: 'text',
		openId: 'text',
		state: 'text',
		/** When the last call began. */
		at: 'time',
		/** Which run has it: another text after every change of hands. */
		attempt: 'text',
		/** When it went out first, if it did; empty while it is certain that it did not. */
		unsureSince: 'time',
		/** What WeChat answered, or why nothing went out. */
		result: 'json',
	},
	indexes: [
		['openId', 'at'],
		['state', 'at'],
	],
	isPersonal: true,
});
