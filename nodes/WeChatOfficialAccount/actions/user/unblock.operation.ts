import { openIdsField } from '../../descriptions/fields';
import { changeBlacklist } from './changeBlacklist';
import type { BatchOperation } from '../operation';

export const unblock: BatchOperation = {
	option: {
		name: 'Unblock',
		value: 'unblock',
		action: 'Unblock users',
		description: 'Get messages of these people again',
	},
	endpoints: ['POST /cgi-bin/tags/members/batchunblacklist'],
	limits: '20 per call',
	properties: [openIdsField],
	async executeAll(ctx, itemCount) {
		return await changeBlacklist(ctx, itemCount, 'batchunblacklist');
	},
};
