import { openIds } from '../../descriptions/common';
import { changeBlacklist } from './changeBlacklist';
import { batchOperation } from '../operation';

export const block = batchOperation({
	option: {
		name: 'Block',
		value: 'block',
		action: 'Block users',
		description: 'No longer get messages of these people',
	},
	endpoints: ['POST /cgi-bin/tags/members/batchblacklist'],
	limits: '20 per call',
	onlyOnce: { what: 'Block', recipients: ({ openIds }) => openIds },
	fields: { openIds: openIds() },
	async executeAll(ctx, items) {
		return await changeBlacklist(ctx, items, 'batchblacklist');
	},
});
