import { openId } from '../../descriptions/common';
import { kfAccount } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';

export const createSession = itemOperation({
	option: {
		name: 'Create Session',
		value: 'createSession',
		action: 'Create customer service session',
		description: 'Hand a follower over to an account that is online',
	},
	endpoints: ['POST /customservice/kfsession/create'],
	isPaced: true,
	// A follower has one session; WeChat refuses a second one.
	onlyOnce: {
		what: 'Customer service session',
		isRepeatable: true,
		target: ({ kfAccount, openId }) => `${kfAccount}:${openId}`,
	},
	fields: { kfAccount: kfAccount(), openId },
	async execute(ctx, { kfAccount: kf_account, openId: openid }) {
		await post(ctx, '/customservice/kfsession/create', { kf_account, openid });
		return { kfAccount: kf_account, openId: openid, isOpen: true };
	},
});
