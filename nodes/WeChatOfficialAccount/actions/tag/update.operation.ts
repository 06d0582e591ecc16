import { weChatRequest } from '../../../shared/transport/request';
import { tag } from '../../descriptions/locators';
import { itemOperation } from '../operation';
import { tagName } from './tagName';
import { tagIdOf } from './tags';

/** WeChat: tags/update. */
export const update = itemOperation({
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update tag',
		description: 'Give a tag another name',
	},
	endpoints: ['POST /cgi-bin/tags/update'],
	onlyOnce: { what: 'Name of a tag', isRepeatable: true, target: ({ tag: { value } }) => value },
	fields: { tag: tag(), name: tagName },
	async execute(ctx, { tag, name }) {
		const id = await tagIdOf(ctx, tag);
		await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/tags/update',
			body: { tag: { id, name } },
		});
		return { id, name };
	},
});
