import { weChatRequest } from '../../../shared/transport/request';
import { tagField } from '../../descriptions/tag';
import type { ItemOperation } from '../operation';
import { nameField } from './create.operation';
import { tagIdOf, tagNameOf } from './tags';

/** WeChat: tags/update. */
export const update: ItemOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update tag',
		description: 'Give a tag another name',
	},
	endpoints: ['POST /cgi-bin/tags/update'],
	properties: [tagField, nameField],
	async execute(ctx, itemIndex) {
		const id = await tagIdOf(ctx, itemIndex);
		const name = tagNameOf(ctx, itemIndex);
		await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/tags/update',
			body: { tag: { id, name } },
		});
		return { id, name };
	},
};
