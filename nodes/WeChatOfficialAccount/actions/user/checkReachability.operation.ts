import { nowField, nowOf, optionsField } from '../../../shared/engagement/fields';
import { checkReachability } from '../../../shared/message/reachability';
import { openIdField, openIdOf } from '../../descriptions/fields';
import { interactionsField, interactionsOf } from '../../descriptions/interactions';
import type { ItemOperation } from '../operation';

export const checkUserReachability: ItemOperation = {
	option: {
		name: 'Check Reachability',
		value: 'checkReachability',
		action: 'Check reachability of user',
		description:
			'Tell whether a follower may be written to now, and how, from what you have stored of the conversation',
	},
	endpoints: [],
	properties: [openIdField, { ...interactionsField, required: true }, optionsField([nowField])],
	async execute(ctx, itemIndex) {
		const openId = openIdOf(ctx, itemIndex);
		const interactions = interactionsOf(ctx.getNodeParameter('interactions', itemIndex, []));
		return { openId, ...checkReachability(interactions, nowOf(ctx, itemIndex)) };
	},
};
