import { defineTable } from '../table';

/**
 * How followers were scored, one row for each day and person; a second run of a day writes the same rows. The
 * key begins with the day: `segment:2026-11-24:o…`.
 */
export const segmentsHistory = defineTable({
	name: 'segments_history',
	holds: 'segments of followers, one row for each day of scoring and person',
	columns: {
		openId: 'text',
		/** `yyyy-MM-dd` in Shanghai. */
		day: 'text',
		/** When it was scored. */
		at: 'time',
		segment: 'text',
		previousSegment: 'text',
		fineSegment: 'text',
		recencyDays: 'number',
		frequency: 'number',
		/** Fen, or points where there are no orders. */
		monetary: 'number',
		rfm: 'text',
		churnRisk: 'number',
		/** Whether the person was about to fall silent. */
		isGoingSilent: 'flag',
		/** Segment that the person will move to if the next run finds it, too. */
		pending: 'text',
		pendingRuns: 'number',
	},
	indexes: [['day'], ['openId']],
	isPersonal: true,
});

/** The key of a person on a day (`yyyy-MM-dd`). */
export const segmentsHistoryKey = (day: string, openId: string): string =>
	`segment:${day}:${openId}`;
