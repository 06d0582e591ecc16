import type { IDataObject } from 'n8n-workflow';
import { get } from '../call';
import { itemOperation } from '../operation';

export const getIndustry = itemOperation({
	option: {
		name: 'Get Industry',
		value: 'getIndustry',
		action: 'Get industry of account',
		description: 'Get the industries that decide which templates there are',
	},
	endpoints: ['GET /cgi-bin/template/get_industry'],
	fields: {},
	async execute(ctx) {
		const answer = await get<Record<string, IDataObject>>(ctx, '/cgi-bin/template/get_industry');
		const { primary_industry: primary = {}, secondary_industry: secondary = {} } = answer;
		return {
			primary: [primary.first_class, primary.second_class].filter(Boolean).join(' / '),
			secondary: [secondary.first_class, secondary.second_class].filter(Boolean).join(' / '),
		};
	},
});
