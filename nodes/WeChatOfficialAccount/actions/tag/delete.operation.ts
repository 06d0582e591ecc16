import { weChatRequest } from '../../../shared/transport/request';
import { tag } from '../../descriptions/locators';
import { itemOperation } from '../operation';
import { tagIdOf } from './tags';

/** WeChat: tags/delete. */
export const deleteTag = itemOperation({
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete tag',
		description: 'Delete a tag; its followers lose it',
	},
	endpoints: ['POST /cgi-bin/tags/delete'],
	onlyOnce: {
		what: 'Deletion of a tag',
		isRepeatable: true,
		target: ({ tag: { value } }) => value,
	},
	fields: { tag: tag() },
	async execute(ctx, { tag }) {
		const id = await tagIdOf(ctx, tag);
		await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/tags/delete',
			body: { tag: { id } },
		});
		return { deleted: true };
	},
});
