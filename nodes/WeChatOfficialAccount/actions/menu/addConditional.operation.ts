import { post } from '../call';
import { matchRuleFields, matchRuleOf, menuFields, menuFromFields } from './form';
import type { ItemOperation } from '../operation';

export const addConditional: ItemOperation = {
	option: {
		name: 'Add Conditional',
		value: 'addConditional',
		action: 'Add conditional menu',
		description: 'Add a menu that only some followers see',
	},
	endpoints: ['POST /cgi-bin/menu/addconditional'],
	limits: '2,000 a day',
	properties: [...matchRuleFields, ...menuFields],
	async execute(ctx, itemIndex) {
		const menu = menuFromFields(ctx, itemIndex);
		const matchrule = await matchRuleOf(ctx, itemIndex);
		const { menuid } = await post(ctx, '/cgi-bin/menu/addconditional', { ...menu, matchrule });
		return { menuId: String(menuid), ...menu, matchrule };
	},
};
