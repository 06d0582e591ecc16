import { limit } from '../../descriptions/common';
import { itemOperation } from '../operation';
import { listTags } from '../../../shared/user/lists';

export const getMany = itemOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many tags',
		description: 'Get many tags with the number of their followers',
	},
	endpoints: ['GET /cgi-bin/tags/get'],
	fields: { limit },
	async execute(ctx, { limit }) {
		return (await listTags(ctx)).slice(0, limit);
	},
});
