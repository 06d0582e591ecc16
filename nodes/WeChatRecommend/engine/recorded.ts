import type { RowOf } from '../../shared/records/table';
import type { comments } from '../../shared/records/tables/comments';
import type { interactions } from '../../shared/records/tables/interactions';
import type { CatalogueItem, HistoryEvent } from './types';

/** An item by what interactions call it. */
export type ItemsByName = ReadonlyMap<string, string>;

/**
 * What recorded interactions may call the items of a catalogue: their IDs, which may be an article, a menu key or the
 * scene of a QR code, and their URLs, as a menu that opens pages reports them. An ID wins over a URL.
 */
export function itemsByName(catalogue: readonly CatalogueItem[]): ItemsByName {
	const items = new Map<string, string>();
	for (const { itemId, url } of catalogue) {
		if (url !== '' && !items.has(url)) items.set(url, itemId);
	}
	for (const { itemId } of catalogue) items.set(itemId, itemId);
	return items;
}

/** What followers did, as the records have it. */
export interface Recorded {
	interactions: ReadonlyArray<RowOf<typeof interactions>>;
	comments: ReadonlyArray<RowOf<typeof comments>>;
}

/** What that tells of the items; what names none is left out. */
export function eventsOf(recorded: Recorded, items: ItemsByName): HistoryEvent[] {
	const about = (
		itemId: string | undefined,
		event: Omit<HistoryEvent, 'itemId'>,
	): HistoryEvent[] => (itemId === undefined ? [] : [{ ...event, itemId }]);
	return [
		...recorded.interactions.flatMap(({ openId, articleId, eventKey, kind, at, key }) =>
			about(items.get(articleId) ?? items.get(eventKey), { openId, kind, at: at ?? 0, key }),
		),
		...recorded.comments.flatMap(({ openId, articleId, commentedAt, key }) =>
			about(items.get(articleId), { openId, kind: 'comment', at: commentedAt ?? 0, key }),
		),
	];
}
