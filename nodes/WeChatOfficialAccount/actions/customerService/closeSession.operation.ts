import { openIdField, openIdOf } from '../../descriptions/fields';
import { kfAccountPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const closeSession: ItemOperation = {
	option: {
		name: 'Close Session',
		value: 'closeSession',
		action: 'Close customer service session',
		description: 'End the conversation of an account with a follower',
	},
	endpoints: ['POST /customservice/kfsession/close'],
	isPaced: true,
	properties: [kfAccountPicker, openIdField],
	async execute(ctx, itemIndex) {
		const kf_account = picked(ctx, kfAccountPicker, itemIndex);
		const openid = openIdOf(ctx, itemIndex);
		await post(ctx, '/customservice/kfsession/close', { kf_account, openid });
		return { kfAccount: kf_account, openId: openid, isOpen: false };
	},
};
