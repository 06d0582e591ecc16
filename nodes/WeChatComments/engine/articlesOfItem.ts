import uniqBy from 'lodash/uniqBy';
import { articleKey, findArticleRef, type ArticleRef } from '../../shared/article/articleRef';
import { asText, isRecord } from '../../shared/json';

/** An article that an item names. */
export interface NamedArticle extends ArticleRef {
	title: string;
	url: string;
	/** Epoch milliseconds; undefined when the item does not say. */
	publishedAt?: number;
}

type Item = Readonly<Record<string, unknown>>;

const within = (value: unknown, name: string): unknown =>
	isRecord(value) ? value[name] : undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** URLs that the end of a broadcast (MASSSENDJOBFINISH) or of a publication (PUBLISHJOBFINISH) tells. */
function urlsOfEvent(item: Item): string[] {
	const broadcast = within(within(item.ArticleUrlResult, 'ResultList'), 'item');
	const publication = within(within(item.PublishEventInfo, 'article_detail'), 'item');
	return [
		...listOf(broadcast).map((entry) => within(entry, 'ArticleUrl')),
		...listOf(publication).map((entry) => within(entry, 'article_url')),
	]
		.map(asText)
		.filter((url) => url !== '');
}

/** A message that a follower has written below an article carries its IDs (MsgDataId, Idx from 1). */
function articleOfMessage(item: Item): ArticleRef | undefined {
	const id = asText(item.MsgDataId);
	return id === '' ? undefined : findArticleRef(id, Math.max(Number(asText(item.Idx)) - 1, 0) || 0);
}

/** What the other nodes of the package and rows of one's own say. */
function articleOfRow(item: Item): ArticleRef | undefined {
	const index = Number(asText(item.index ?? item.articleIndex)) || 0;
	const texts = [item.articleId, item.msgDataId, item.msgid, item.url].map(asText);
	return texts.map((text) => findArticleRef(text, index)).find((found) => found !== undefined);
}

const publishedOf = ({ CreateTime: seconds }: Item): number | undefined =>
	Number(seconds) > 0 ? Number(seconds) * 1_000 : undefined;

/**
 * The articles that an item names: the event that tells of the end of a broadcast or publication, a message from
 * below an article, what *Broadcast: Send* gives, or a row with `articleId`, `msgDataId` or `url`. A short URL
 * (`/s/…`) names none, as it does not tell the number of its article.
 */
export function articlesOfItem(item: Item): NamedArticle[] {
	const ofEvent = urlsOfEvent(item).flatMap((url) => {
		const found = findArticleRef(url);
		return found ? [{ ...found, title: '', url: url.replace(/&amp;/g, '&') }] : [];
	});
	const publishedAt = publishedOf(item);
	if (ofEvent.length > 0) {
		return uniqBy(
			ofEvent.map((article) => ({ ...article, publishedAt })),
			articleKey,
		);
	}
	const fromMessage = articleOfMessage(item);
	if (fromMessage) return [{ ...fromMessage, title: asText(item.Title), url: '' }];
	const found = articleOfRow(item);
	return found ? [{ ...found, title: asText(item.title), url: asText(item.url) }] : [];
}
