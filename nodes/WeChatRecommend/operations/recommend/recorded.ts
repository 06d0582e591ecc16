import { DAY_MS } from '../../../shared/calendar/days';
import type { Records } from '../../../shared/records/port';
import { comments } from '../../../shared/records/tables/comments';
import { interactions } from '../../../shared/records/tables/interactions';
import type { Recorded } from '../../engine/recorded';

/** Longer ago nothing says anything about a person. */
const HISTORY_DAYS = 180;

/** Names that are asked for one by one; with a larger catalogue all is read that could name an item. */
const MOST_NAMES = 1_000;

/**
 * What followers did with some items, and what they were shown.
 *
 * @param names by which records may call the items; see `itemsByName`
 * @param now epoch milliseconds
 */
export async function recordedAbout(
	records: Records,
	names: string[],
	now: number,
): Promise<Recorded> {
	const at = { from: now - HISTORY_DAYS * DAY_MS };
	const isMany = names.length > MOST_NAMES;
	const tapped = { at, isOutgoing: false };
	const written = { commentedAt: at, openId: { not: '' } };
	const [aboutArticles, taps, comment] = await Promise.all([
		records.read(interactions, { where: { articleId: { not: '' }, at } }),
		isMany
			? records.read(interactions, { where: { ...tapped, eventKey: { not: '' } } })
			: records.read(interactions, {
					where: tapped,
					among: { column: 'eventKey', values: names },
				}),
		records.read(comments, {
			where: written,
			...(isMany ? {} : { among: { column: 'articleId', values: names } }),
		}),
	]);
	const byKey = new Map([...aboutArticles, ...taps].map((row) => [row.key, row]));
	return { interactions: [...byKey.values()], comments: comment };
}
