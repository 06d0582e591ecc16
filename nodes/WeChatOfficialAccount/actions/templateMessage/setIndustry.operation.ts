import { numberField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const setIndustry: ItemOperation = {
	option: {
		name: 'Set Industry',
		value: 'setIndustry',
		action: 'Set industry of account',
		description: 'Choose the two industries. Templates of the former ones are deleted.',
	},
	endpoints: ['POST /cgi-bin/template/api_set_industry'],
	limits: 'once a month',
	properties: [
		numberField('Primary Industry', 'primary', [1, 41]),
		numberField('Secondary Industry', 'secondary', [1, 41], { default: 2 }),
	],
	async execute(ctx, itemIndex) {
		const industry_id1 = String(ctx.getNodeParameter('primary', itemIndex));
		const industry_id2 = String(ctx.getNodeParameter('secondary', itemIndex));
		await post(ctx, '/cgi-bin/template/api_set_industry', { industry_id1, industry_id2 });
		return { primary: industry_id1, secondary: industry_id2 };
	},
};
