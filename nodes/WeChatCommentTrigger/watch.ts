import uniqBy from 'lodash/uniqBy';
import type { IPollFunctions } from 'n8n-workflow';
import { articleKey, parseArticleRef } from '../shared/article/articleRef';
import { articlesOfDay, type PublishedArticle } from '../shared/article/recentArticles';
import { shanghaiDay } from '../shared/calendar/shanghaiDay';
import { splitList } from '../shared/text/list';
import { UserInputError } from '../shared/inputError';
import { WeChatApiError } from '../shared/transport/errors';
import type { TriggerState } from './state';

/** The statistics of yesterday fill up in the course of the day; older ones are looked at again, too. */
const LOOK_AGAIN_AFTER_MS = 60 * 60_000;

/** The statistics of the day are not there yet. */
const NOT_READY = 61503;

async function articlesOf(ctx: IPollFunctions, day: string): ReturnType<typeof articlesOfDay> {
	try {
		return await articlesOfDay(ctx, day);
	} catch (error) {
		const isEarly = error instanceof WeChatApiError && error.errcode === NOT_READY;
		return isEarly ? { articles: [], isFinal: false } : await Promise.reject(error);
	}
}

/**
 * The articles of the last days, yesterday first. A day is asked for once it is new, every hour while
 * WeChat may still add to it, and not again after that.
 */
export async function recentArticles(
	ctx: IPollFunctions,
	state: TriggerState,
	{ days, now }: { days: number; now: number },
): Promise<PublishedArticle[]> {
	const wanted = [...Array(days).keys()].map((back) => shanghaiDay(now, -1 - back));
	const yesterday = wanted[0];
	for (const day of wanted) {
		const known = state.days[day];
		const isSettled = known?.isFinal === true && day !== yesterday;
		if (known && (isSettled || now - known.checkedAt < LOOK_AGAIN_AFTER_MS)) continue;
		state.days[day] = { ...(await articlesOf(ctx, day)), checkedAt: now };
	}
	for (const day of Object.keys(state.days)) if (!wanted.includes(day)) delete state.days[day];
	return wanted.flatMap((day) => state.days[day]?.articles ?? []);
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
