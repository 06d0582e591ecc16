import { NodeOperationError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { articleKey } from '../shared/article/articleRef';
import type { PublishedArticle } from '../shared/article/recentArticles';
import { isoFromSeconds, nextShanghaiMidnight } from '../shared/calendar/shanghaiDay';
import { listComments, toComment, type RawComment } from '../shared/comment/comments';
import { describeError, toNodeError, WeChatApiError } from '../shared/transport/errors';
import { scanArticle } from './scan';
import { loadState, saveState, type ArticleState, type TriggerState } from './state';
import {
	chosenArticles,
	isQuotaError,
	recentArticles,
	type DayFailure,
	type Watched,
} from './watch';

/** n8n gives a poll about five minutes; what is left over comes first at the next one. */
const TIME_BUDGET_MS = 4 * 60_000;

/** The article is gone or takes no comments: nothing to watch, and nothing to tell a person. */
const NOTHING_TO_WATCH = new Set([88001, 88002]);

const SAMPLE_SIZE = 10;
const DAYS_FOR_TITLES = 7;

interface Options {
	emitExisting?: boolean;
}

function toItem(raw: RawComment, article: PublishedArticle, now: number): INodeExecutionData {
	const ageMinutes = Math.max(0, Math.floor((now / 1_000 - raw.create_time) / 60));
	return {
		json: {
			...toComment(raw, article),
			ageMinutes,
			articleTitle: article.title,
			articleUrl: article.url,
		},
	};
}

/** Titles are a convenience: an account without access to the statistics still gets its comments. */
async function knownArticles(
	ctx: IPollFunctions,
	state: TriggerState,
	now: number,
): Promise<PublishedArticle[]> {
	try {
		return (await recentArticles(ctx, state, { days: DAYS_FOR_TITLES, now })).articles;
	} catch (error) {
		const reason = error instanceof Error ? error.message : '';
		ctx.logger.debug(`Article titles could not be read: ${reason}`);
		return [];
	}
}

async function watchedArticles(
	ctx: IPollFunctions,
	state: TriggerState,
	now: number,
): Promise<Watched> {
	if (ctx.getNodeParameter('watch') === 'recent') {
		const days = ctx.getNodeParameter('days', 7) as number;
		return await recentArticles(ctx, state, { days, now });
	}
	const text = String(ctx.getNodeParameter('articles', ''));
	return { articles: chosenArticles(text, await knownArticles(ctx, state, now)), failures: [] };
}

/** Tells of a day that could not be read: always in the log, the first time as a failed execution, too. */
function tell(ctx: IPollFunctions, { day, error, isNew }: DayFailure): void {
	const { message, description } = describeError(error);
	const text = `The articles published on ${day} could not be read: ${message}`;
	ctx.logger.warn(`"${ctx.getNode().name}": ${text}`);
	if (!isNew) return;
	const advice = `The other days are watched; this one is tried again every ten minutes. ${description}`;
	try {
		ctx.__emitError(new NodeOperationError(ctx.getNode(), text, { description: advice }));
	} catch {
		// Where n8n takes no error beside a poll, the log has it.
	}
}

/**
 * From when on comments of an article count as new. What is there when the trigger starts does not; an
 * article that shows up later, because the statistics name it a day late, counts from the start of
 * the trigger; one that is entered by hand later counts from then.
 */
function firstState(ctx: IPollFunctions, state: TriggerState, now: number): ArticleState {
	const { emitExisting } = ctx.getNodeParameter('options', {}) as Options;
	const from = ctx.getNodeParameter('watch') === 'recent' ? state.startedAt : now;
	const since = emitExisting ? 0 : Math.floor(from / 1_000);
	return { since, seen: '', total: -1, scannedAt: 0, completedAt: 0 };
}

function pause(ctx: IPollFunctions, state: TriggerState, now: number): void {
	state.pausedUntil = nextShanghaiMidnight(now);
	ctx.logger.warn(
		`"${ctx.getNode().name}": the daily quota of WeChat is used up. Comments are read again from ${isoFromSeconds(state.pausedUntil / 1_000)}; none is lost.`,
	);
}

/** Scans the articles, those first that were scanned longest ago. */
async function scanAll(
	ctx: IPollFunctions,
	state: TriggerState,
	articles: PublishedArticle[],
	now: number,
): Promise<{ items: INodeExecutionData[]; failures: unknown[] }> {
	const items: INodeExecutionData[] = [];
	const failures: unknown[] = [];
	const stateOf = (article: PublishedArticle) =>
		state.articles[articleKey(article)] ?? firstState(ctx, state, now);
	const ordered = [...articles].sort((a, b) => stateOf(a).scannedAt - stateOf(b).scannedAt);
	const startedAt = Date.now();
	for (const article of ordered) {
		if (Date.now() - startedAt > TIME_BUDGET_MS) break;
		const scan = await scanArticle(ctx, article, stateOf(article), now);
		state.articles[articleKey(article)] = scan.state;
		for (const raw of scan.fresh) items.push(toItem(raw, article, now));
		if (isQuotaError(scan.error)) {
			pause(ctx, state, now);
			break;
		}
		if (scan.error !== undefined) failures.push(scan.error);
	}
	return { items, failures };
}

function isWorthTelling(ctx: IPollFunctions, error: unknown): boolean {
	const isGone = error instanceof WeChatApiError && NOTHING_TO_WATCH.has(error.errcode);
	return !isGone || ctx.getNodeParameter('watch') !== 'recent';
}

/** Real comments to build the workflow with; the cursor stays where it is. */
async function sample(ctx: IPollFunctions, now: number): Promise<INodeExecutionData[]> {
	const { articles, failures } = await watchedArticles(ctx, loadState(ctx, now), now);
	for (const article of articles) {
		try {
			const { comments } = await listComments(ctx, article, { begin: 0, count: SAMPLE_SIZE });
			if (comments.length > 0) return comments.map((raw) => toItem(raw, article, now));
		} catch (error) {
			if (isWorthTelling(ctx, error)) return await Promise.reject(error);
		}
	}
	if (failures[0]) return await Promise.reject(failures[0].error);
	throw new NodeOperationError(ctx.getNode(), 'There is no comment to show yet', {
		description:
			articles.length === 0
				? 'WeChat names articles from the day after they were published. Choose an article by its ID or URL.'
				: 'Write a comment on one of the articles, then try again.',
	});
}

/**
 * One poll: an item per new comment, or null. An article that cannot be read is tried again at the next
 * poll and does not keep the others back, nor does a day of the statistics; only when none could be read
 * does the poll itself fail.
 */
async function pollNow(ctx: IPollFunctions, now: number): Promise<INodeExecutionData[] | null> {
	const state = loadState(ctx, now);
	if (state.pausedUntil > now) return null;
	state.pausedUntil = 0;
	try {
		const { articles, failures: days } = await watchedArticles(ctx, state, now);
		if (days[0] && Object.values(state.days).every(({ checkedAt }) => checkedAt === 0)) {
			return await Promise.reject(days[0].error);
		}
		for (const failure of days) tell(ctx, failure);
		const { items, failures } = await scanAll(ctx, state, articles, now);
		const telling = failures.filter((error) => isWorthTelling(ctx, error));
		if (items.length === 0 && telling.length > 0 && failures.length === articles.length) {
			return await Promise.reject(telling[0]);
		}
		for (const error of telling) {
			const reason = error instanceof Error ? error.message : '';
			ctx.logger.warn(`"${ctx.getNode().name}": an article could not be read: ${reason}`);
		}
		saveState(ctx, state);
		return items.length > 0 ? items : null;
	} catch (error) {
		if (!isQuotaError(error)) return await Promise.reject(error);
		pause(ctx, state, now);
		saveState(ctx, state);
		return null;
	}
}

/** Reads new comments; in the editor, a few existing ones. */
export async function pollComments(ctx: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const now = Date.now();
	try {
		const items = ctx.getMode() === 'manual' ? await sample(ctx, now) : await pollNow(ctx, now);
		return items && [items];
	} catch (error) {
		const nodeError = toNodeError(ctx.getNode(), error);
		throw nodeError;
	}
}
