import isEqual from 'lodash/isEqual';
import { post } from '../call';
import { currentMenu } from './currentMenu';
import { menuFields, menuFromFields } from './form';
import { normalized } from './rules';
import type { ItemOperation } from '../operation';

export const publishIfChanged: ItemOperation = {
	option: {
		name: 'Publish If Changed',
		value: 'publishIfChanged',
		action: 'Publish menu if changed',
		description:
			'Compare with the present menu and create it only if something differs; the old one is in the output',
	},
	endpoints: ['GET /cgi-bin/menu/get', 'POST /cgi-bin/menu/create'],
	properties: menuFields,
	async execute(ctx, itemIndex) {
		const menu = menuFromFields(ctx, itemIndex);
		const previous = (await currentMenu(ctx))?.menu ?? null;
		const isChanged = !isEqual(normalized(previous?.button), menu.button);
		if (isChanged) await post(ctx, '/cgi-bin/menu/create', { ...menu });
		return { changed: isChanged, previous, current: { ...menu } };
	},
};
