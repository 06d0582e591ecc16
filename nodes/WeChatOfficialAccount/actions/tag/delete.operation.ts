import { weChatRequest } from '../../../shared/transport/request';
import { tagField } from '../../descriptions/tag';
import type { ItemOperation } from '../operation';
import { tagIdOf } from './tags';

/** WeChat: tags/delete. */
export const deleteTag: ItemOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete tag',
		description: 'Delete a tag; its followers lose it',
	},
	endpoints: ['POST /cgi-bin/tags/delete'],
	properties: [tagField],
	async execute(ctx, itemIndex) {
		const id = await tagIdOf(ctx, itemIndex);
		await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/tags/delete',
			body: { tag: { id } },
		});
		return { deleted: true };
	},
};
