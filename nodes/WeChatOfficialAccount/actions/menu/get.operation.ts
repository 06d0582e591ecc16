import { currentMenu } from './currentMenu';
import type { ItemOperation } from '../operation';

export const getMenu: ItemOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get menu',
		description: 'Get the menu with all conditional ones, as created by the API',
	},
	endpoints: ['GET /cgi-bin/menu/get'],
	properties: [],
	async execute(ctx) {
		const answer = await currentMenu(ctx);
		return { menu: answer?.menu ?? null, conditionalMenus: answer?.conditionalmenu ?? [] };
	},
};
