import type { IDataObject } from 'n8n-workflow';
import { get } from '../call';
import { itemOperation } from '../operation';

export const listCategories = itemOperation({
	option: {
		name: 'Get Many Categories',
		value: 'listCategories',
		action: 'Get many notice categories',
	},
	endpoints: ['GET /wxaapi/newtmpl/getcategory'],
	fields: {},
	async execute(ctx) {
		const { data = [] } = await get<{ data?: IDataObject[] }>(ctx, '/wxaapi/newtmpl/getcategory');
		return data;
	},
});
