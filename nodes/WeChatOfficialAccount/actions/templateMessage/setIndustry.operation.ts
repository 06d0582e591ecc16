import { numberField, numberOf } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

const primaryField = numberField('Primary Industry', 'primary', [1, 41]);
const secondaryField = numberField('Secondary Industry', 'secondary', [1, 41], { default: 2 });

export const setIndustry: ItemOperation = {
	option: {
		name: 'Set Industry',
		value: 'setIndustry',
		action: 'Set industry of account',
		description: 'Choose the two industries. Templates of the former ones are deleted.',
	},
	endpoints: ['POST /cgi-bin/template/api_set_industry'],
	limits: 'once a month',
	properties: [primaryField, secondaryField],
	async execute(ctx, itemIndex) {
		const industry_id1 = String(numberOf(ctx, primaryField, itemIndex));
		const industry_id2 = String(numberOf(ctx, secondaryField, itemIndex));
		await post(ctx, '/cgi-bin/template/api_set_industry', { industry_id1, industry_id2 });
		return { primary: industry_id1, secondary: industry_id2 };
	},
};
