import { articleKey, type ArticleRef } from '../shared/article/articleRef';
import { shanghaiDay } from '../shared/calendar/shanghaiDay';
import type { Records } from '../shared/records/port';
import type { NewRow, RowOf } from '../shared/records/table';
import { watchedArticles } from '../shared/records/tables/watchedArticles';

export type Watched = RowOf<typeof watchedArticles>;

/** For so long a run has its articles to itself; what a killed one leaves is taken up after it. */
export const LEASE_MS = 120_000;

/** The row that counts the calls of a day. It is always due, so that only one run has it at a time. */
const CALLS_KEY = 'calls:comments';
const callsRow: NewRow<typeof watchedArticles> = {
	key: CALLS_KEY,
	title: '（今日已用的留言接口次数）',
	nextAt: 0,
	watchUntil: Date.parse('9999-01-01T00:00:00Z'),
	calls: 0,
};

/** What a run has to itself: the articles that are due, and the calls of the day. */
export interface Lease {
	articles: Watched[];
	/** Calls made today, so far. */
	used: number;
}

export const refOf = ({ msgDataId, articleIndex }: Watched): ArticleRef => ({
	msgDataId,
	index: articleIndex ?? 0,
});

export const articleIdOf = (row: Watched): string => articleKey(refOf(row));

/**
 * Claims the articles whose comments are due to be read. Undefined while another run reads, and when no calls are
 * left today.
 */
export async function leaseDue(records: Records, now: number): Promise<Lease | undefined> {
	const due = { nextAt: { before: now + 1 }, watchUntil: { from: now } };
	const claimed = await records.claim(watchedArticles, due, { nextAt: now + LEASE_MS });
	const calls = claimed.find(({ key }) => key === CALLS_KEY) ?? (await firstCalls(records, now));
	if (!calls) return undefined;
	const used = calls.day === shanghaiDay(now) ? (calls.calls ?? 0) : 0;
	return { articles: claimed.filter(({ key }) => key !== CALLS_KEY), used };
}

async function firstCalls(records: Records, now: number): Promise<Watched | undefined> {
	const [added] = await records.add(watchedArticles, [{ ...callsRow, nextAt: now + LEASE_MS }]);
	return added?.isNew ? added.row : undefined;
}

/** Writes what is known of the articles now, and lets other runs read. @param pausedUntil no call before it */
export async function endLease(
	records: Records,
	articles: ReadonlyArray<NewRow<typeof watchedArticles>>,
	{ used, now, pausedUntil = 0 }: { used: number; now: number; pausedUntil?: number },
): Promise<void> {
	const calls = { key: CALLS_KEY, calls: used, day: shanghaiDay(now), nextAt: pausedUntil };
	await records.put(watchedArticles, [...articles, calls]);
}
