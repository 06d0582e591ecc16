import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { toNodeError } from '../../shared/transport/errors';

export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** A page of a long list: its entries, and where the next one begins. */
interface PickerPage {
	results: INodeListSearchItems[];
	nextOffset?: number;
}

export type PageSource = (ctx: ILoadOptionsFunctions, offset: number) => Promise<PickerPage>;

/** Pages read for one answer while the filter finds nothing: WeChat cannot search, and counts calls. */
const PAGES_PER_ANSWER = 5;

function matching(items: INodeListSearchItems[], filter: string): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return items.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
}

/** A picker whose failures are told in words. */
function guarded(
	find: (
		ctx: ILoadOptionsFunctions,
		filter: string,
		token?: string,
	) => Promise<INodeListSearchResult>,
): Search {
	return async function (filter = '', paginationToken) {
		try {
			return await find(this, filter, paginationToken);
		} catch (error) {
			const nodeError = toNodeError(this.getNode(), error);
			throw nodeError;
		}
	};
}

/** A picker over a list that WeChat gives as a whole. */
export function search(
	list: (ctx: ILoadOptionsFunctions) => Promise<INodeListSearchItems[]>,
): Search {
	return guarded(async (ctx, filter) => ({ results: matching(await list(ctx), filter) }));
}

/** A picker over one or several long lists, read page by page, one list after the other. */
export function pagedSearch(sources: PageSource[]): Search {
	return guarded(async (ctx, filter, token = '0:0') => {
		let [list = 0, offset = 0] = token.split(':').map(Number);
		for (let page = 1; ; page++) {
			const { results, nextOffset } = (await sources[list]?.(ctx, offset)) ?? { results: [] };
			if (nextOffset === undefined) list += 1;
			offset = nextOffset ?? 0;
			const found = matching(results, filter);
			const isLast = list >= sources.length;
			if (found.length > 0 || isLast || page === PAGES_PER_ANSWER) {
				return { results: found, paginationToken: isLast ? undefined : `${list}:${offset}` };
			}
		}
	});
}
