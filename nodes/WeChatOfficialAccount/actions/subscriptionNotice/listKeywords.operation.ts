import type { IDataObject } from 'n8n-workflow';
import { requiredText, textField } from '../../descriptions/fields';
import { get } from '../call';
import type { ItemOperation } from '../operation';

export const listKeywords: ItemOperation = {
	option: {
		name: 'Get Many Keywords',
		value: 'listKeywords',
		action: 'Get many notice keywords',
		description: 'Get many keywords of a notice of the library',
	},
	endpoints: ['GET /wxaapi/newtmpl/getpubtemplatekeywords'],
	properties: [
		textField('Library ID', 'libraryId', { hint: 'The tid from Get Many Public Titles' }),
	],
	async execute(ctx, itemIndex) {
		const tid = requiredText(ctx, 'libraryId', 'Library ID', itemIndex);
		const path = '/wxaapi/newtmpl/getpubtemplatekeywords';
		const { data = [] } = await get<{ data?: IDataObject[] }>(ctx, path, { tid });
		return data;
	},
};
