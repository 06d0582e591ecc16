import { shanghaiDay } from '../../shared/calendar/shanghaiDay';
import type { Evaluation } from './evaluate';
import { reasonText, replyText, type Texts } from './texts';
import type { Recommendation } from './types';

/** WeChat shows so many articles in one news reply, after a menu tap or a scan. */
const MAX_ARTICLES = 8;

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

function listed({ item, score, parts, reason }: Recommendation, texts: Texts) {
	const { itemId, title, url, picUrl, category, tags } = item;
	return {
		itemId,
		title,
		url,
		picUrl,
		category,
		tags,
		score: rounded(score),
		reason: reasonText(reason, texts),
		reasonKind: reason.part,
		parts: {
			tags: rounded(parts.tags),
			together: rounded(parts.together),
			fresh: rounded(parts.fresh),
			popular: rounded(parts.popular),
		},
	};
}

/** What the node adds to the item of a person. */
export function recommendedJson(recommendations: Recommendation[], texts: Texts) {
	const articles = recommendations.slice(0, MAX_ARTICLES).map(({ item, reason }) => ({
		title: item.title,
		description: reasonText(reason, texts),
		picUrl: item.picUrl,
		url: item.url,
	}));
	return {
		recommendations: recommendations.map((recommendation) => listed(recommendation, texts)),
		isPersonal: recommendations.some(({ parts }) => parts.tags > 0 || parts.together > 0),
		replyText: replyText(recommendations, texts),
		articles,
	};
}

/** The row that keeps an item from being shown again. One per person, item and day in Shanghai. */
export function shownRow(openId: string, itemId: string, now: number) {
	return {
		key: `${openId}:${itemId}:shown:${shanghaiDay(now)}`,
		openId,
		itemId,
		kind: 'shown',
		at: new Date(now).toISOString(),
	};
}

/** What *Evaluate* tells. @param count of results that everybody would have got */
export function evaluationJson(evaluation: Evaluation, count: number) {
	const { people, hits, hitRate, popularityHitRate, lift, coverage } = evaluation;
	return {
		people,
		results: count,
		hits,
		hitRate: rounded(hitRate),
		popularityHitRate: rounded(popularityHitRate),
		lift: lift === undefined ? null : rounded(lift),
		coverage: rounded(coverage),
	};
}
