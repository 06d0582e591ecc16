import { openIdsField } from '../../descriptions/fields';
import { changeBlacklist } from './changeBlacklist';
import type { BatchOperation } from '../operation';

export const block: BatchOperation = {
	option: {
		name: 'Block',
		value: 'block',
		action: 'Block users',
		description: 'No longer get messages of these people',
	},
	endpoints: ['POST /cgi-bin/tags/members/batchblacklist'],
	limits: '20 per call',
	properties: [openIdsField],
	async executeAll(ctx, itemCount) {
		return await changeBlacklist(ctx, itemCount, 'batchblacklist');
	},
};
