import { openIdsField } from '../../descriptions/fields';
import { tagField } from '../../descriptions/tag';
import type { BatchOperation } from '../operation';
import { changeTags } from './tagging';

export const untagUsers: BatchOperation = {
	option: {
		name: 'Untag Users',
		value: 'untagUsers',
		action: 'Untag users',
		description: 'Take a tag from followers, 50 per call',
	},
	endpoints: ['POST /cgi-bin/tags/members/batchuntagging'],
	limits: '50 followers per call',
	properties: [tagField, openIdsField],
	async executeAll(ctx, itemCount) {
		return await changeTags(ctx, itemCount, 'batchuntagging', 'untagged');
	},
};
