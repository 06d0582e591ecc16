import { openIdsField } from '../../descriptions/fields';
import { tagField } from '../../descriptions/tag';
import type { BatchOperation } from '../operation';
import { changeTags } from './tagging';

export const tagUsers: BatchOperation = {
	option: {
		name: 'Tag Users',
		value: 'tagUsers',
		action: 'Tag users',
		description: 'Give a tag to followers, 50 per call',
	},
	endpoints: ['POST /cgi-bin/tags/members/batchtagging'],
	limits: '50 followers per call, 20 tags per follower',
	properties: [
		tagField,
		openIdsField,
		{
			displayName: 'Create Tag if Missing',
			name: 'createIfMissing',
			type: 'boolean',
			default: true,
			displayOptions: { show: { '/tag.mode': ['name'] } },
			description: 'Whether to create the tag when the account has none of this name',
		},
	],
	async executeAll(ctx, itemCount) {
		return await changeTags(ctx, itemCount, 'batchtagging', 'tagged', (itemIndex) =>
			Boolean(ctx.getNodeParameter('createIfMissing', itemIndex, true)),
		);
	},
};
