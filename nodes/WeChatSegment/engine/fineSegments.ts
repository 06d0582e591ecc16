import { valueAt } from '../../shared/valueAt';

/** Bounds of a segment, both included. */
export interface SegmentBounds {
	name: string;
	r: [number, number];
	f: [number, number];
	m: [number, number];
}

/**
 * The usual segments by score, with the bounds of the R package rfm. The first that fits counts, so the
 * narrow ones come first; in the package's own order three of them can never be reached.
 */
export const SCORE_SEGMENTS: SegmentBounds[] = [
	{ name: 'champions', r: [4, 5], f: [4, 5], m: [4, 5] },
	{ name: 'cantLoseThem', r: [1, 1], f: [4, 5], m: [4, 5] },
	{ name: 'newCustomers', r: [4, 5], f: [1, 1], m: [1, 1] },
	{ name: 'promising', r: [3, 4], f: [1, 1], m: [1, 1] },
	{ name: 'loyalCustomers', r: [2, 5], f: [3, 5], m: [3, 5] },
	{ name: 'potentialLoyalists', r: [3, 5], f: [1, 3], m: [1, 3] },
	{ name: 'needAttention', r: [2, 3], f: [2, 3], m: [2, 3] },
	{ name: 'aboutToSleep', r: [2, 3], f: [1, 2], m: [1, 2] },
	{ name: 'atRisk', r: [1, 2], f: [2, 5], m: [2, 5] },
	{ name: 'hibernating', r: [1, 2], f: [1, 2], m: [1, 2] },
];

const OTHERS = 'others';

/** By bits: R above the mean 1, F 2, M 4. 重要 is a high value, 一般 a low one. */
const MEAN_SEGMENTS = [
	'generalWinBack', // 一般挽留
	'generalDevelop', // 一般发展
	'generalKeep', // 一般保持
	'generalValue', // 一般价值
	'importantWinBack', // 重要挽留
	'importantDevelop', // 重要发展
	'importantKeep', // 重要保持
	'importantValue', // 重要价值
];

function holds([least, most]: [number, number], score: number): boolean {
	return score >= least && score <= most;
}

/** Name of the first segment whose bounds hold the scores; `others` when there is none. */
export function segmentIn(segments: SegmentBounds[], r: number, f: number, m: number): string {
	const found = segments.find(
		(segment) => holds(segment.r, r) && holds(segment.f, f) && holds(segment.m, m),
	);
	return found?.name ?? OTHERS;
}

const BY_SCORES = Array.from({ length: 556 }, (_, rfm) =>
	segmentIn(SCORE_SEGMENTS, Math.floor(rfm / 100), Math.floor(rfm / 10) % 10, rfm % 10),
);

/** Name of the segment of three scores from 1 to 5. */
export function segmentByScores(r: number, f: number, m: number): string {
	return valueAt(BY_SCORES, r * 100 + f * 10 + m);
}

/** Name of one of the eight segments of the mean split. */
export function segmentByMeans(aboveMean: number): string {
	return valueAt(MEAN_SEGMENTS, aboveMean);
}
