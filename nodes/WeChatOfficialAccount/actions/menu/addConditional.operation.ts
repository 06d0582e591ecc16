import { post } from '../call';
import { menu } from './form';
import { matchRuleFields, matchRuleOf } from './matchRule';
import { itemOperation } from '../operation';
import { namesOf } from './rules';

export const addConditional = itemOperation({
	option: {
		name: 'Add Personalized',
		value: 'addConditional',
		action: 'Add personalized menu',
		description: 'Add a menu that only some followers see',
	},
	endpoints: ['POST /cgi-bin/menu/addconditional'],
	limits: '2,000 a day',
	onlyOnce: { what: 'Personalized menu', isRepeatable: false },
	wording: { level: 'stop', texts: ({ menu: { button } }) => namesOf(button) },
	fields: { ...matchRuleFields, menu },
	async execute(ctx, values) {
		const { menu } = values;
		const matchrule = await matchRuleOf(ctx, values);
		const { menuid } = await post(ctx, '/cgi-bin/menu/addconditional', { ...menu, matchrule });
		return { menuId: String(menuid), ...menu, matchrule };
	},
});
