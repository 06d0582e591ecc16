import { requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const deleteConditional: ItemOperation = {
	option: {
		name: 'Delete Conditional',
		value: 'deleteConditional',
		action: 'Delete conditional menu',
	},
	endpoints: ['POST /cgi-bin/menu/delconditional'],
	limits: '2,000 a day',
	properties: [textField('Menu ID', 'menuId')],
	async execute(ctx, itemIndex) {
		const menuid = requiredText(ctx, 'menuId', 'Menu ID', itemIndex);
		await post(ctx, '/cgi-bin/menu/delconditional', { menuid });
		return { deleted: true };
	},
};
