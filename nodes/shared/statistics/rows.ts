import type { IDataObject } from 'n8n-workflow';

/** What one result stands for: a figure as a whole, or one of the parts that WeChat tells of it. */
export type Part = 'channel' | 'position' | 'whole';

const LISTS: Record<Exclude<Part, 'whole'>, string> = {
	channel: 'read_user_source',
	position: 'read_jump_position',
};

const isList = (value: unknown): value is IDataObject[] => Array.isArray(value);

function withoutLists(fields: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => !Array.isArray(value)));
}

/** The columns that tell what the figures of a part are about. */
function about({ ref_date, msgid, title, stat_date }: IDataObject): IDataObject {
	const columns = Object.entries({ ref_date, msgid, title, stat_date });
	return Object.fromEntries(columns.filter(([, value]) => value !== undefined));
}

function rowsOf(figures: IDataObject, part: Part): IDataObject[] {
	if (part === 'whole') return [withoutLists(figures)];
	const parts = figures[LISTS[part]];
	return isList(parts) ? parts.map((entry) => ({ ...about(figures), ...entry })) : [];
}

/**
 * Flat rows for a table: figures that WeChat nests one level deeper move up, lists of details become
 * rows.
 */
export function flatten(row: IDataObject, part: Part): IDataObject[] {
	const { detail, detail_list: details, ...rest } = row;
	const figures = isList(details) ? details : [(detail ?? {}) as IDataObject];
	return figures.flatMap((entry) => rowsOf({ ...rest, ...entry }, part));
}
