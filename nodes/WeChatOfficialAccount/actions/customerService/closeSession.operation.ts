import { openId } from '../../descriptions/common';
import { kfAccount } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';

export const closeSession = itemOperation({
	option: {
		name: 'Close Session',
		value: 'closeSession',
		action: 'Close customer service session',
		description: 'End the conversation of an account with a follower',
	},
	endpoints: ['POST /customservice/kfsession/close'],
	isPaced: true,
	onlyOnce: {
		what: 'End of a customer service session',
		isRepeatable: true,
		target: ({ kfAccount, openId }) => `${kfAccount}:${openId}`,
	},
	fields: { kfAccount: kfAccount(), openId },
	async execute(ctx, { kfAccount: kf_account, openId: openid }) {
		await post(ctx, '/customservice/kfsession/close', { kf_account, openid });
		return { kfAccount: kf_account, openId: openid, isOpen: false };
	},
});
