import uniqBy from 'lodash/uniqBy';
import type { IPollFunctions } from 'n8n-workflow';
import { articleKey, parseArticleRef } from '../shared/article/articleRef';
import { articlesOfDay, type PublishedArticle } from '../shared/article/recentArticles';
import { shanghaiDay } from '../shared/calendar/shanghaiDay';
import { splitList } from '../shared/text/list';
import { UserInputError } from '../shared/inputError';
import { WeChatApiError } from '../shared/transport/errors';
import type { DayState, TriggerState } from './state';

/** The statistics of yesterday fill up in the course of the day; older ones are looked at again, too. */
const LOOK_AGAIN_AFTER_MS = 60 * 60_000;

/** A day that could not be read is tried again then, so that calls are left for the others. */
const TRY_AGAIN_AFTER_MS = 10 * 60_000;

/** So many days in a row are no fault of a day: the others are tried at the next poll. */
const MAX_FAILURES_IN_A_ROW = 3;

/** The statistics of the day are not there yet. */
const NOT_READY = 61503;

const DAILY_QUOTA_USED_UP = 45009;

/** Whether the calls of today are used up. */
export function isQuotaError(error: unknown): boolean {
	return error instanceof WeChatApiError && error.errcode === DAILY_QUOTA_USED_UP;
}

/** A day whose articles could not be read. */
export interface DayFailure {
	/** `yyyy-MM-dd`, Shanghai. */
	day: string;
	error: unknown;
	/** False while the failure goes on and has been told. */
	isNew: boolean;
}

/** What is watched, and what could not be found out. */
export interface Watched {
	articles: PublishedArticle[];
	failures: DayFailure[];
}

async function articlesOf(ctx: IPollFunctions, day: string): ReturnType<typeof articlesOfDay> {
	try {
		return await articlesOfDay(ctx, day);
	} catch (error) {
		const isEarly = error instanceof WeChatApiError && error.errcode === NOT_READY;
		return isEarly ? { articles: [], isFinal: false } : await Promise.reject(error);
	}
}

function isDue(known: DayState | undefined, isYesterday: boolean, now: number): boolean {
	if (!known) return true;
	if (known.failedAt !== undefined) return now - known.failedAt >= TRY_AGAIN_AFTER_MS;
	const isSettled = known.isFinal && !isYesterday;
	return !isSettled && now - known.checkedAt >= LOOK_AGAIN_AFTER_MS;
}

/**
 * The articles of the last days, yesterday first. A day is asked for once it is new, every hour while
 * WeChat may still add to it, and not again after that. One that cannot be read keeps what is known of it
 * and does not hold the others back.
 *
 * @throws WeChatApiError when the daily quota is used up
 */
export async function recentArticles(
	ctx: IPollFunctions,
	state: TriggerState,
	{ days, now }: { days: number; now: number },
): Promise<Watched> {
	const wanted = [...Array(days).keys()].map((back) => shanghaiDay(now, -1 - back));
	const failures: DayFailure[] = [];
	let inARow = 0;
	for (const day of wanted) {
		const known = state.days[day];
		if (inARow === MAX_FAILURES_IN_A_ROW) break;
		if (!isDue(known, day === wanted[0], now)) continue;
		try {
			state.days[day] = { ...(await articlesOf(ctx, day)), checkedAt: now };
			inARow = 0;
		} catch (error) {
			if (isQuotaError(error)) return await Promise.reject(error);
			const { articles = [], checkedAt = 0 } = known ?? {};
			state.days[day] = { articles, isFinal: false, checkedAt, failedAt: now };
			failures.push({ day, error, isNew: known?.failedAt === undefined });
			inARow += 1;
		}
	}
	for (const day of Object.keys(state.days)) if (!wanted.includes(day)) delete state.days[day];
	return { articles: wanted.flatMap((day) => state.days[day]?.articles ?? []), failures };
}

/** The articles that were entered at the canvas, with title and URL where they are known. */
export function chosenArticles(text: string, known: PublishedArticle[]): PublishedArticle[] {
	const entries = splitList(text);
	if (entries.length === 0) {
		throw new UserInputError(
			"'Articles' is empty",
			'Enter at least one msg_data_id or article URL.',
		);
	}
	const articles = entries.map((entry) => {
		const reference = parseArticleRef(entry);
		const published = known.find((article) => articleKey(article) === articleKey(reference));
		const url = entry.startsWith('http') ? entry : '';
		return { ...reference, title: published?.title ?? '', url: published?.url || url };
	});
	return uniqBy(articles, articleKey);
}
