import { currentMenu } from './currentMenu';
import { itemOperation } from '../operation';

export const getMenu = itemOperation({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get menu',
		description: 'Get the menu with all personalized ones, as created by the API',
	},
	endpoints: ['GET /cgi-bin/menu/get'],
	fields: {},
	async execute(ctx) {
		const answer = await currentMenu(ctx);
		return { menu: answer?.menu ?? null, conditionalMenus: answer?.conditionalmenu ?? [] };
	},
});
