import { itemOperation } from '../operation';
import { tagName } from './tagName';
import { createTag } from './tags';

export const create = itemOperation({
	option: { name: 'Create', value: 'create', action: 'Create tag' },
	endpoints: ['POST /cgi-bin/tags/create'],
	limits: '100 tags per account',
	// WeChat refuses a second one of the name.
	onlyOnce: { what: 'Tag', isRepeatable: true, target: ({ name }) => name },
	fields: { name: tagName },
	async execute(ctx, { name: wanted }) {
		const { id, name } = await createTag(ctx, wanted);
		return { id, name };
	},
});
