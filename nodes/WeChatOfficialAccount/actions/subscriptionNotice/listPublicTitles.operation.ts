import type { IDataObject } from 'n8n-workflow';
import { collectPages } from '../../../shared/transport/paging';
import { limitOf, requiredText, returnAllFields, textField } from '../../descriptions/fields';
import { get } from '../call';
import type { ItemOperation } from '../operation';

export const listPublicTitles: ItemOperation = {
	option: {
		name: 'Get Many Public Titles',
		value: 'listPublicTitles',
		action: 'Get many public notice titles',
		description: 'Get many notices of the library',
	},
	endpoints: ['GET /wxaapi/newtmpl/getpubtemplatetitles'],
	limits: '30 per call',
	properties: [
		textField('Category IDs', 'categoryIds', {
			placeholder: 'e.g. 2,616',
			hint: 'Comma-separated',
		}),
		...returnAllFields,
	],
	async execute(ctx, itemIndex) {
		const ids = requiredText(ctx, 'categoryIds', 'Category IDs', itemIndex);
		return await collectPages<IDataObject, number>(
			async (start = 0) => {
				const { count = 0, data: entries = [] } = await get<{
					count?: number;
					data?: IDataObject[];
				}>(ctx, '/wxaapi/newtmpl/getpubtemplatetitles', { ids, start, limit: 30 });
				const next = start + entries.length;
				return { entries, next: next < count ? next : undefined };
			},
			limitOf(ctx, itemIndex),
		);
	},
};
