import { defineTable } from '../table';

/** Codes that were tried at a counter, so that nobody can try many. Older ones are removed. */
export const redeemAttempts = defineTable({
	name: 'redeem_attempts',
	holds: 'codes that were tried at counters in the last day',
	columns: {
		/** Hash of who tried: a member of the staff, or an IP address. */
		by: 'text',
		at: 'time',
	},
	indexes: [['by', 'at']],
});
