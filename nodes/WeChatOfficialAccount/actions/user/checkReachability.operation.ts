import { onlyNow } from '../../../shared/engagement/fields';
import { checkReachability } from '../../../shared/message/reachability';
import { openId } from '../../descriptions/common';
import { interactions } from '../../descriptions/interactions';
import { itemOperation } from '../operation';

export const checkUserReachability = itemOperation({
	option: {
		name: 'Check Reachability',
		value: 'checkReachability',
		action: 'Check reachability of user',
		description:
			'Tell whether a follower may be written to now, and how, from what you have stored of the conversation',
	},
	endpoints: [],
	fields: {
		openId,
		interactions: interactions({ required: true }),
		options: onlyNow,
	},
	async execute(_ctx, { openId, interactions, options }) {
		const at = options.now ?? Date.now();
		return await Promise.resolve({ openId, ...checkReachability(interactions, at) });
	},
});
