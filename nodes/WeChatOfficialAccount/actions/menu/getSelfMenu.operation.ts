import { get } from '../call';
import { itemOperation } from '../operation';

export const getSelfMenu = itemOperation({
	option: {
		name: 'Get Shown Menu',
		value: 'getSelfMenu',
		action: 'Get shown menu',
		description: 'Get the menu shown now, also when it was made in the console',
	},
	endpoints: ['GET /cgi-bin/get_current_selfmenu_info'],
	access: 'all',
	fields: {},
	async execute(ctx) {
		return await get(ctx, '/cgi-bin/get_current_selfmenu_info');
	},
});
