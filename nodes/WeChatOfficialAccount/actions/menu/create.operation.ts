import { post } from '../call';
import { menuFields, menuFromFields } from './form';
import type { ItemOperation } from '../operation';

export const create: ItemOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create menu',
		description: 'Create or replace the menu that every follower sees',
	},
	endpoints: ['POST /cgi-bin/menu/create'],
	limits: '1,000 a day',
	properties: menuFields,
	async execute(ctx, itemIndex) {
		const menu = menuFromFields(ctx, itemIndex);
		await post(ctx, '/cgi-bin/menu/create', { ...menu });
		return { ...menu, created: true };
	},
};
