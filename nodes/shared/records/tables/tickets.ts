import { defineTable } from '../table';

/**
 * Units of prizes, and blanks, one row each: what is given out is claimed here first, so that no unit is given
 * twice. They name nobody.
 */
export const tickets = defineTable({
	name: 'tickets',
	holds: 'units of prizes, one row each, so that none is given twice',
	columns: {
		activityId: 'text',
		/** Tickets that were cut together; those of an opening that was broken off belong to no round. */
		pool: 'text',
		/** Position in the shuffled pool, from 1. */
		ticketNo: 'number',
		/** Name of the prize; '' for a blank. */
		prize: 'text',
		/** `free` or `claimed`. */
		state: 'text',
		/** Key in `prizes_won` of what it was claimed for. */
		claimKey: 'text',
		claimedAt: 'time',
	},
	indexes: [
		['pool', 'prize', 'state', 'ticketNo'],
		['pool', 'claimKey'],
	],
});
