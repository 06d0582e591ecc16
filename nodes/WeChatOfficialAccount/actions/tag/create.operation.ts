import type { INodeProperties } from 'n8n-workflow';
import type { ItemOperation } from '../operation';
import { createTag, tagNameOf } from './tags';

export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 活跃用户',
	hint: 'Up to 30 characters',
};

export const create: ItemOperation = {
	option: { name: 'Create', value: 'create', action: 'Create tag' },
	endpoints: ['POST /cgi-bin/tags/create'],
	limits: '100 tags per account',
	properties: [nameField],
	async execute(ctx, itemIndex) {
		const { id, name } = await createTag(ctx, tagNameOf(ctx, itemIndex));
		return { id, name };
	},
};
