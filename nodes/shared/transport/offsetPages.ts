import type { IDataObject } from 'n8n-workflow';
import { collectPages } from './paging';

/** A page of a list that WeChat counts by offset. */
export interface OffsetPage {
	total_count?: number;
	item?: IDataObject[];
}

/** WeChat gives at most twenty entries of such a list at a time. */
const ENTRIES_PER_CALL = 20;

/** Reads a list that WeChat counts by offset (drafts, publications, materials). */
export async function offsetPages(
	fetchPage: (offset: number, count: number) => Promise<OffsetPage>,
	limit?: number,
): Promise<IDataObject[]> {
	const count = Math.min(limit ?? ENTRIES_PER_CALL, ENTRIES_PER_CALL);
	return await collectPages<IDataObject, number>(async (offset = 0) => {
		const { total_count: total = 0, item: entries = [] } = await fetchPage(offset, count);
		const next = offset + entries.length;
		return { entries, next: next < total ? next : undefined };
	}, limit);
}
