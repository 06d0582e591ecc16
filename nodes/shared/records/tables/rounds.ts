import { defineTable } from '../table';

/**
 * Activities that were opened, one row each time, with everything as it was published then. `key` is `round:` and
 * the activity ID of the round.
 */
export const rounds = defineTable({
	name: 'rounds',
	holds: 'activities that were opened, as they were published',
	columns: {
		/** Of the round: the plan's, with the day where the plan repeats. */
		activityId: 'text',
		planId: 'text',
		kind: 'text',
		name: 'text',
		/** `opening`, `open`, `closing`, `closed` (a lottery that is to be drawn), `drawn` or `ended`. */
		status: 'text',
		startsAt: 'time',
		endsAt: 'time',
		drawAt: 'time',
		/** The plan as it was when it was opened. */
		plan: 'json',
		/** What followers read. */
		rulesText: 'text',
		/** C: SHA-256 of the seed. */
		commitment: 'text',
		/** Which tickets count; '' when there are none. */
		pool: 'text',
		/** What was settled when entries closed. */
		closing: 'json',
		/** K: SHA-256 of it. */
		closingDigest: 'text',
		/** What anybody needs to repeat the draw; the list of entries stands in `draw_lists`. */
		proof: 'json',
		openedAt: 'time',
		closedAt: 'time',
		drawnAt: 'time',
	},
	indexes: [['planId'], ['status', 'kind']],
});
