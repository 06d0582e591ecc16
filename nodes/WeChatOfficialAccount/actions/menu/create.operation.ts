import { post } from '../call';
import { menu } from './form';
import { itemOperation } from '../operation';
import { namesOf } from './rules';

export const create = itemOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create menu',
		description: 'Create or replace the menu that every follower sees',
	},
	endpoints: ['POST /cgi-bin/menu/create'],
	limits: '1,000 a day',
	onlyOnce: { what: 'Menu', isRepeatable: true },
	wording: { level: 'stop', texts: ({ menu: { button } }) => namesOf(button) },
	fields: { menu },
	async execute(ctx, { menu }) {
		await post(ctx, '/cgi-bin/menu/create', { ...menu });
		return { ...menu, created: true };
	},
});
