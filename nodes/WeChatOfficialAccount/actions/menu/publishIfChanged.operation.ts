import { post } from '../call';
import { areSameButtons } from './compare';
import { currentMenu } from './currentMenu';
import { menu } from './form';
import { itemOperation } from '../operation';
import { namesOf } from './rules';

export const publishIfChanged = itemOperation({
	option: {
		name: 'Publish If Changed',
		value: 'publishIfChanged',
		action: 'Publish menu if changed',
		description:
			'Compare with the present menu and create it only if something differs; the old one is in the output',
	},
	endpoints: ['GET /cgi-bin/menu/get', 'POST /cgi-bin/menu/create'],
	onlyOnce: { what: 'Menu', isRepeatable: true },
	wording: { level: 'stop', texts: ({ menu: { button } }) => namesOf(button) },
	fields: { menu },
	async execute(ctx, { menu }) {
		const previous = (await currentMenu(ctx))?.menu;
		const isChanged = !areSameButtons(previous?.button, menu.button);
		if (isChanged) await post(ctx, '/cgi-bin/menu/create', { ...menu });
		return {
			changed: isChanged,
			previous: previous ? { button: previous.button } : null,
			current: { ...menu },
		};
	},
});
