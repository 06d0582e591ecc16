import { openIds } from '../../descriptions/common';
import { changeBlacklist } from './changeBlacklist';
import { batchOperation } from '../operation';

export const unblock = batchOperation({
	option: {
		name: 'Unblock',
		value: 'unblock',
		action: 'Unblock users',
		description: 'Get messages of these people again',
	},
	endpoints: ['POST /cgi-bin/tags/members/batchunblacklist'],
	limits: '20 per call',
	onlyOnce: { what: 'End of a block', recipients: ({ openIds }) => openIds },
	fields: { openIds: openIds() },
	async executeAll(ctx, items) {
		return await changeBlacklist(ctx, items, 'batchunblacklist');
	},
});
