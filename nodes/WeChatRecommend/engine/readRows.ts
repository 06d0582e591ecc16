import { DAY_MS } from '../../shared/calendar/days';
import { isWholeDay, RowReader, type Row } from '../../shared/rows/row';
import { UserInputError } from '../../shared/inputError';
import type { CatalogueItem, HistoryEvent, Person } from './types';

/** Entries of a list, or of a text with commas; spaces inside an entry stay. */
export function listOf(value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value)
		? value
		: typeof value === 'string' || typeof value === 'number'
			? String(value).split(/[,，、;；\n]/)
			: [];
	return entries.map((entry) => String(entry ?? '').trim()).filter((entry) => entry !== '');
}

function optionalTime(reader: RowReader, column: string): number | undefined {
	return reader.has(column) ? reader.time(column) : undefined;
}

/** A day without a time of day is valid until it is over. */
function endTime(reader: RowReader, column: string): number | undefined {
	const time = optionalTime(reader, column);
	return time !== undefined && isWholeDay(reader.row[column]) ? time + DAY_MS : time;
}

function idOf(reader: RowReader): string {
	return reader.text('itemId', '') || reader.text('key');
}

function itemOf(reader: RowReader): CatalogueItem {
	const { row } = reader;
	return {
		itemId: idOf(reader),
		title: reader.text('title'),
		tags: listOf(row.tags),
		category: reader.text('category', '').trim(),
		url: reader.text('url', ''),
		picUrl: reader.text('picUrl', ''),
		publishedAt: optionalTime(reader, 'publishedAt'),
		validFrom: optionalTime(reader, 'validFrom'),
		validTo: endTime(reader, 'validTo'),
		popularity: reader.number('popularity', { fallback: 0, min: 0 }),
		audience: listOf(row.audience),
	};
}

/**
 * What can be recommended.
 *
 * @throws UserInputError when there is none, a column cannot be read, or an id stands twice
 */
export function catalogueOf(rows: Row[]): CatalogueItem[] {
	if (rows.length === 0) {
		throw new UserInputError(
			"'Catalogue' holds no rows",
			'Connect the table of articles and offers to the input Catalogue, or enter it as JSON.',
		);
	}
	const rowOf = new Map<string, number>();
	return rows.map((row, position) => {
		const reader = new RowReader(row, `Catalogue ${position + 1}`);
		const item = itemOf(reader);
		const before = rowOf.get(item.itemId);
		if (before !== undefined) {
			throw reader.error(
				reader.has('itemId') ? 'itemId' : 'key',
				`is the same as in row ${before}: "${item.itemId}"`,
				'Give every article and offer an ID of its own.',
			);
		}
		rowOf.set(item.itemId, position + 1);
		return item;
	});
}

/** @throws UserInputError when a column is missing or is no time */
export function historyOf(rows: Row[]): HistoryEvent[] {
	return rows.map((row, position) => {
		const reader = new RowReader(row, `History ${position + 1}`);
		return {
			openId: reader.text('openId'),
			itemId: reader.text('itemId'),
			kind: reader.text('kind', 'read'),
			at: reader.time('at'),
			key: reader.text('key', '') || undefined,
		};
	});
}

/**
 * @param exclude ids that must not come, from the node
 * @throws UserInputError without an OpenID
 */
export function personOf(row: Row, position: number, exclude: string[]): Person {
	const reader = new RowReader(row, `Item ${position + 1}`);
	return {
		openId: reader.text('openId'),
		tags: [...listOf(row.tags), ...listOf(row.interests)],
		groups: [...listOf(row.segment), ...listOf(row.tier)],
		exclude,
	};
}
