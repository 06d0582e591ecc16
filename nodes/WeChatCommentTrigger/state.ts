import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { PublishedArticle } from '../shared/article/recentArticles';

/** What the trigger remembers of one article. */
export interface ArticleState {
	/** Epoch seconds; older comments were there before the trigger began to watch. */
	since: number;
	/** Ids of the comments that have been emitted, see `SeenIds`. */
	seen: string;
	/** Number of comments at the last complete scan. */
	total: number;
	/** Epoch milliseconds of the last scan, complete or not, and of the last complete one. */
	scannedAt: number;
	completedAt: number;
}

/** The articles of a day, as the statistics gave them. */
export interface DayState {
	articles: PublishedArticle[];
	isFinal: boolean;
	/** Epoch milliseconds of the last time that it could be read; 0 when it never could. */
	checkedAt: number;
	/** Epoch milliseconds of the last attempt, where it failed. */
	failedAt?: number;
}

/**
 * The cursor of the trigger. It is n8n's own polling state: n8n stores it together with the items that
 * a poll emits, so a comment is neither lost nor emitted twice when something fails in between.
 */
export interface TriggerState {
	/** Epoch milliseconds of the first poll. */
	startedAt: number;
	/** Epoch milliseconds until which WeChat's daily quota is used up; 0 when it is not. */
	pausedUntil: number;
	articles: Record<string, ArticleState>;
	days: Record<string, DayState>;
}

/** More articles than anyone watches; keeps the state bounded. */
const MAX_ARTICLES = 500;

/** A copy of the stored state, or a fresh one on the first poll. */
export function loadState(ctx: IPollFunctions, now: number): TriggerState {
	const stored = ctx.getWorkflowStaticData('node') as Partial<TriggerState>;
	const copy = JSON.parse(JSON.stringify(stored)) as Partial<TriggerState>;
	return {
		startedAt: copy.startedAt ?? now,
		pausedUntil: copy.pausedUntil ?? 0,
		articles: copy.articles ?? {},
		days: copy.days ?? {},
	};
}

/** Stores the state, without the articles that were scanned longest ago if there are too many. */
export function saveState(ctx: IPollFunctions, state: TriggerState): void {
	const kept = Object.entries(state.articles)
		.sort(([, a], [, b]) => b.scannedAt - a.scannedAt)
		.slice(0, MAX_ARTICLES);
	const data: IDataObject = ctx.getWorkflowStaticData('node');
	Object.assign(data, { ...state, articles: Object.fromEntries(kept) });
}
