import { limitOf, returnAllFields } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';
import { listTags } from './tags';

export const getMany: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many tags',
		description: 'Get many tags with the number of their followers',
	},
	endpoints: ['GET /cgi-bin/tags/get'],
	properties: returnAllFields,
	async execute(ctx, itemIndex) {
		return (await listTags(ctx)).slice(0, limitOf(ctx, itemIndex));
	},
};
