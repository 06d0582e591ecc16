import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import uniqBy from 'lodash/uniqBy';
import { articleKey, parseArticleRef } from '../../shared/article/articleRef';
import { onlyNow } from '../../shared/engagement/fields';
import { itemwise, type At } from '../../shared/engagement/recordOperation';
import { choice, integer, mapped, text } from '../../shared/operations/fields';
import type { Records } from '../../shared/records/port';
import type { NewRow } from '../../shared/records/table';
import { watchedArticles } from '../../shared/records/tables/watchedArticles';
import { splitList } from '../../shared/text/list';
import { callingAccount } from '../account';
import { articlesOfItem, type NamedArticle } from '../engine/articlesOfItem';
import { articlesOfLastDays, articlesOfPublications } from '../published';
import { watchKey } from '../rows';

const DAY_MS = 86_400_000;
const MOST_DAYS = 30;

const SOURCES = [
	{
		name: 'Articles Entered Here',
		value: 'entered',
		description: 'By URL or msg_data_id',
	},
	{
		name: 'Articles of the Last Days',
		value: 'statistics',
		description:
			'Every article that WeChat lists in its article statistics. They name an article from the day after it went out.',
	},
	{
		name: 'Last Publications',
		value: 'publications',
		description: 'What was published in the last days, also today; broadcasts are not among them',
	},
	{
		name: 'What the Item Names',
		value: 'item',
		description:
			'The event that a broadcast or publication has finished, a message from below an article, or a row with an article ID or URL',
	},
] as const;

type Source = (typeof SOURCES)[number]['value'];

const shownFor = (...sources: Source[]) => ({
	displayOptions: { show: { articlesFrom: sources } },
});

/** Articles as a person enters them. */
const entered = mapped(
	text('Articles', {
		typeOptions: { rows: 3 },
		placeholder: 'e.g. https://mp.weixin.qq.com/s?__biz=MzA3&mid=2247490098&idx=1',
		hint: 'One per line',
		description:
			'The long URL with mid= and idx=, or the msg_data_id (2247490098, or 2247490098_2 for the second article of a publication)',
		...shownFor('entered'),
	}),
	(list) =>
		splitList(list).map((entry): NamedArticle => {
			const url = entry.startsWith('http') ? entry : '';
			return { ...parseArticleRef(entry), title: '', url };
		}),
);

const fields = {
	articlesFrom: choice('Articles From', SOURCES, 'item'),
	articles: entered,
	days: integer('Published Within Days', [1, MOST_DAYS], {
		default: 3,
		description: 'One call of the statistics for each day',
		...shownFor('publications', 'statistics'),
	}),
	watchDays: integer('Watch for Days', [1, MOST_DAYS], {
		default: 7,
		description: 'How long the comments of an article are read after it went out',
	}),
	options: onlyNow,
};

/** The row of an article that is new to the table. */
function rowOf(article: NamedArticle, source: Source, now: number, watchDays: number) {
	const { msgDataId, index, title, url } = article;
	const publishedAt = article.publishedAt ?? now;
	// What somebody enters by hand is watched from now on, however old it is.
	const watchFrom = source === 'entered' ? now : publishedAt;
	const row: NewRow<typeof watchedArticles> & { watchUntil: number } = {
		key: watchKey(article),
		msgDataId,
		articleIndex: index,
		title,
		url,
		source,
		publishedAt,
		watchUntil: watchFrom + watchDays * DAY_MS,
		nextAt: now,
	};
	return row;
}

/** Adds articles; of those that are known, fills in what is missing and watches them for longer. */
async function watch(
	records: Records,
	rows: ReadonlyArray<ReturnType<typeof rowOf>>,
): Promise<IDataObject[]> {
	const added = await records.add(watchedArticles, rows);
	const better: Array<NewRow<typeof watchedArticles>> = [];
	const items = rows.map((row, position): IDataObject => {
		const { row: standing = row, isNew = true } = added[position] ?? {};
		const known = {
			title: standing.title || row.title,
			url: standing.url || row.url,
			watchUntil: Math.max(standing.watchUntil ?? 0, row.watchUntil),
		};
		const isBetter =
			known.title !== standing.title ||
			known.url !== standing.url ||
			known.watchUntil !== standing.watchUntil;
		const change = { key: row.key, ...known };
		if (!isNew && isBetter) better.push(change);
		const { msgDataId = '', articleIndex } = row;
		const index = articleIndex ?? 0;
		return {
			articleId: articleKey({ msgDataId, index }),
			msgDataId,
			index,
			articleTitle: known.title ?? '',
			articleUrl: known.url ?? '',
			publishedAt: new Date(standing.publishedAt ?? 0).toISOString(),
			watchUntil: new Date(known.watchUntil).toISOString(),
			isNew,
		};
	});
	await records.put(watchedArticles, better);
	return items;
}

export const watchArticle = itemwise({
	option: {
		name: 'Watch Article',
		value: 'watchArticle',
		action: 'Watch article for comments',
		description: 'Have the comments of articles read from now on',
	},
	outputs: { watched: 'Watched', nothing: 'Nothing to Watch' },
	fields,
	tables: [watchedArticles],
	async execute(at, values) {
		const { articlesFrom: source, watchDays } = values;
		const named = await articlesOf(at, source, values);
		const rows = uniqBy(named, articleKey).map((article) =>
			rowOf(article, source, at.now, watchDays),
		);
		if (rows.length === 0) return [{ to: 'nothing', json: at.json }];
		const items = await watch(at.records, rows);
		return items.map((item) => ({ to: 'watched', json: { ...at.json, ...item } }));
	},
});

async function articlesOf(
	at: At,
	source: Source,
	values: { articles: NamedArticle[]; days: number },
): Promise<NamedArticle[]> {
	if (source === 'item') return articlesOfItem(at.json);
	if (source === 'entered') return values.articles;
	await callingAccount(at);
	const ctx: IExecuteFunctions = at.ctx;
	return source === 'statistics'
		? await articlesOfLastDays(ctx, values.days, at.now)
		: await articlesOfPublications(ctx, at.now - values.days * DAY_MS);
}
