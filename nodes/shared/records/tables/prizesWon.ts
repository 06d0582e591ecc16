import { defineTable } from '../table';

/**
 * Prizes and coupons that people got, each with a code. The law asks to keep them for two years, so a row stays
 * when a follower leaves: then `openId` is emptied, and `holder` still tells the person apart without naming one.
 */
export const prizesWon = defineTable({
	name: 'prizes_won',
	holds: 'prizes and coupons that people got, with their codes',
	columns: {
		/** '' when the follower has left. */
		openId: 'text',
		/** SHA-256 of activity and OpenID: the same for a person who comes back. */
		holder: 'text',
		activityId: 'text',
		activityName: 'text',
		prize: 'text',
		/** Of one unit, in fen. */
		valueFen: 'number',
		/** As `normaliseCode` writes it. */
		code: 'text',
		/** `given`, `redeemed` or `expired`. */
		state: 'text',
		wonAt: 'time',
		/** Not redeemed from this time on; empty for ever. */
		expiresAt: 'time',
		redeemedAt: 'time',
		/** Who handed it over, as the counter's form says. */
		redeemedBy: 'text',
		/** Which happening redeemed it, so that a repeated one is no second one; of an expired one the reserve's prize. */
		redeemKey: 'text',
		/** What else belongs to it: number of the ticket, place in a draw. */
		data: 'json',
	},
	indexes: [['code'], ['openId'], ['holder'], ['activityId']],
});
