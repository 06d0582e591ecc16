import type { IDataObject } from 'n8n-workflow';
import { collectPages } from '../../../shared/transport/paging';
import { text } from '../../../shared/operations/fields';
import { limit } from '../../descriptions/common';
import { get } from '../call';
import { itemOperation } from '../operation';

export const listPublicTitles = itemOperation({
	option: {
		name: 'Get Many Public Titles',
		value: 'listPublicTitles',
		action: 'Get many public notice titles',
		description: 'Get many notices of the library',
	},
	endpoints: ['GET /wxaapi/newtmpl/getpubtemplatetitles'],
	limits: '30 per call',
	fields: {
		categoryIds: text('Category IDs', { placeholder: 'e.g. 2,616', hint: 'Comma-separated' }),
		limit,
	},
	async execute(ctx, { categoryIds: ids, limit }) {
		return await collectPages<IDataObject, number>(async (start = 0) => {
			const { count = 0, data: entries = [] } = await get<{
				count?: number;
				data?: IDataObject[];
			}>(ctx, '/wxaapi/newtmpl/getpubtemplatetitles', { ids, start, limit: 30 });
			const next = start + entries.length;
			return { entries, next: next < count ? next : undefined };
		}, limit);
	},
});
