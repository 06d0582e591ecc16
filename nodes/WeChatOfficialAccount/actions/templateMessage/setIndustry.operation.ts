import { integer } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const setIndustry = itemOperation({
	option: {
		name: 'Set Industry',
		value: 'setIndustry',
		action: 'Set industry of account',
		description: 'Choose the two industries. Templates of the former ones are deleted.',
	},
	endpoints: ['POST /cgi-bin/template/api_set_industry'],
	limits: 'once a month',
	// WeChat takes one a month, so it refuses a second one.
	onlyOnce: { what: 'Industry of the account', isRepeatable: true },
	fields: {
		primary: integer('Primary Industry', [1, 41]),
		secondary: integer('Secondary Industry', [1, 41], { default: 2 }),
	},
	async execute(ctx, { primary, secondary }) {
		const industry_id1 = String(primary);
		const industry_id2 = String(secondary);
		await post(ctx, '/cgi-bin/template/api_set_industry', { industry_id1, industry_id2 });
		return { primary: industry_id1, secondary: industry_id2 };
	},
});
