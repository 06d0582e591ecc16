import type { IDataObject } from 'n8n-workflow';
import { get } from '../call';
import { libraryId } from './libraryId';
import { itemOperation } from '../operation';

export const listKeywords = itemOperation({
	option: {
		name: 'Get Many Keywords',
		value: 'listKeywords',
		action: 'Get many notice keywords',
		description: 'Get many keywords of a notice of the library',
	},
	endpoints: ['GET /wxaapi/newtmpl/getpubtemplatekeywords'],
	fields: { libraryId },
	async execute(ctx, { libraryId: tid }) {
		const path = '/wxaapi/newtmpl/getpubtemplatekeywords';
		const { data = [] } = await get<{ data?: IDataObject[] }>(ctx, path, { tid });
		return data;
	},
});
