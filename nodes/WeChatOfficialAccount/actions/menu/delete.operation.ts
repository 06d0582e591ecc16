import { get } from '../call';
import type { ItemOperation } from '../operation';

export const deleteMenu: ItemOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete menu',
		description: 'Delete the menu and all conditional ones',
	},
	endpoints: ['GET /cgi-bin/menu/delete'],
	properties: [],
	async execute(ctx) {
		await get(ctx, '/cgi-bin/menu/delete');
		return { deleted: true };
	},
};
