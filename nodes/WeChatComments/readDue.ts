import type { IExecuteFunctions } from 'n8n-workflow';
import type { At } from '../shared/engagement/recordOperation';
import type { NewRow } from '../shared/records/table';
import type { watchedArticles } from '../shared/records/tables/watchedArticles';
import { describeError, WeChatApiError } from '../shared/transport/errors';
import type { CommentRow, Found } from './due';
import { nextLook } from './engine/cadence';
import { compare } from './engine/compare';
import { SeenIds } from '../shared/comment/seenIds';
import { readComments, type Reading } from './listing';
import { articleIdOf, refOf, type Lease, type Watched } from './watch';

/** How much one run does. */
export interface Limits {
	articlesPerRun: number;
	callsPerDay: number;
	/** Fresh ones of an article. */
	commentsPerRun: number;
	/** Epoch milliseconds; older comments are left alone. */
	notBefore: number;
}

/** What came of reading the articles that are due. */
export interface ReadDue {
	found: Found[];
	/** Rows of the articles as they are now. */
	articles: Array<NewRow<typeof watchedArticles>>;
	/** Calls of today, those of this run among them. */
	used: number;
	isQuotaUsedUp: boolean;
	/** Why the last article that could not be read could not. */
	error?: unknown;
}

const DAILY_QUOTA_USED_UP = 45009;
/** The article is gone, or takes no comments. */
const NOTHING_TO_WATCH: readonly number[] = [88001, 88002, 88011];
const TRY_AGAIN_MS = 5 * 60_000;
/** All pages are read so often at least, as nobody knows in which order WeChat lists. */
const COMPLETE_EVERY_MS = 30 * 60_000;
/** A run ends long before its lease. */
const TIME_FOR_CALLS_MS = 60_000;
/** 49 comments each; a bound against a list that never ends. */
const MOST_PAGES = 400;

const errcodeOf = (error: unknown): number | undefined =>
	error instanceof WeChatApiError ? error.errcode : undefined;

/** Whether there is nothing more to watch, which is nothing to tell a person. */
function isOver(error: unknown): boolean {
	const errcode = errcodeOf(error);
	return errcode !== undefined && NOTHING_TO_WATCH.includes(errcode);
}

/** Reads the articles of a lease, those first that were read longest ago. One that fails holds no other one back. */
export async function readDue(
	{ ctx, now }: At,
	{ articles: due, used: before }: Lease,
	open: readonly CommentRow[],
	limits: Limits,
): Promise<ReadDue> {
	const beganAt = Date.now();
	const ordered = [...due].sort((one, other) => (one.scannedAt ?? 0) - (other.scannedAt ?? 0));
	const result: ReadDue = { found: [], articles: [], used: before, isQuotaUsedUp: false };
	for (const [position, article] of ordered.entries()) {
		const callsLeft = limits.callsPerDay - result.used;
		const isLate = Date.now() - beganAt > TIME_FOR_CALLS_MS || position >= limits.articlesPerRun;
		if (isLate || callsLeft <= 0 || result.isQuotaUsedUp) {
			result.articles.push({ key: article.key, nextAt: now });
			continue;
		}
		const waiting = open
			.filter(({ articleId, isDue }) => articleId === articleIdOf(article) && !isDue)
			.map(({ key, userCommentId: id }) => ({ key, id }));
		const pages = Math.min(callsLeft, MOST_PAGES);
		const reading = await readOne(ctx, article, { now, hasWaiting: waiting.length > 0, pages });
		result.used += reading.calls;
		const { error } = reading;
		if (errcodeOf(error) === DAILY_QUOTA_USED_UP) result.isQuotaUsedUp = true;
		else if (!isOver(error)) result.error = error ?? result.error;
		const most = limits.commentsPerRun;
		const { notBefore } = limits;
		const changes = compare(reading, article.seen, waiting, { most, notBefore });
		if (error === undefined || reading.comments.length > 0) result.found.push({ article, changes });
		const isMore = changes.fresh.length === most;
		const calls = { perDay: limits.callsPerDay, used: result.used };
		const next = isMore ? now : nextLook(article.publishedAt ?? now, now, calls);
		const { key } = article;
		const row = { key, seen: changes.seen, ...rowAfter(reading, now, next) };
		result.articles.push(row);
	}
	return result;
}

async function readOne(
	ctx: IExecuteFunctions,
	article: Watched,
	{ now, hasWaiting, pages }: { now: number; hasWaiting: boolean; pages: number },
): Promise<Reading> {
	const seen = new SeenIds(article.seen);
	const isRecent = now - (article.completedAt ?? 0) < COMPLETE_EVERY_MS;
	return await readComments(
		ctx,
		refOf(article),
		(comments, total) =>
			!hasWaiting &&
			isRecent &&
			total === article.total &&
			comments.every(({ id }) => seen.has(id)),
		pages,
	);
}

/** What is noted of an article after its comments were read, or could not be. */
function rowAfter(
	{ error, isWhole, total }: Reading,
	now: number,
	next: number,
): Omit<NewRow<typeof watchedArticles>, 'key'> {
	if (error === undefined) {
		const completedAt = isWhole ? { completedAt: now, total } : {};
		return { scannedAt: now, nextAt: next, problem: '', ...completedAt };
	}
	const problem = describeError(error).message;
	if (isOver(error)) return { scannedAt: now, watchUntil: now, problem };
	const nextAt = errcodeOf(error) === DAILY_QUOTA_USED_UP ? now : now + TRY_AGAIN_MS;
	return { scannedAt: now, nextAt, problem };
}
