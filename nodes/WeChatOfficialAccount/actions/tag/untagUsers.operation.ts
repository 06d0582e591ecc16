import { openIds } from '../../descriptions/common';
import { tag } from '../../descriptions/locators';
import { batchOperation } from '../operation';
import { changeTags } from './tagging';

export const untagUsers = batchOperation({
	option: {
		name: 'Untag Users',
		value: 'untagUsers',
		action: 'Untag users',
		description: 'Take a tag from followers, 50 per call',
	},
	endpoints: ['POST /cgi-bin/tags/members/batchuntagging'],
	limits: '50 followers per call',
	onlyOnce: {
		what: 'Tag taken',
		recipients: ({ openIds }) => openIds,
		target: ({ tag: { value } }) => value,
	},
	fields: { tag: tag(), openIds: openIds() },
	async executeAll(ctx, items) {
		return await changeTags(ctx, items, 'batchuntagging', 'untagged');
	},
});
