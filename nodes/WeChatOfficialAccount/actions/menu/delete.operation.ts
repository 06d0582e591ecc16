import { get } from '../call';
import { itemOperation } from '../operation';

export const deleteMenu = itemOperation({
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete menu',
		description: 'Delete the menu and all personalized ones',
	},
	endpoints: ['GET /cgi-bin/menu/delete'],
	onlyOnce: { what: 'Deletion of the menu', isRepeatable: true },
	fields: {},
	async execute(ctx) {
		await get(ctx, '/cgi-bin/menu/delete');
		return { deleted: true };
	},
});
