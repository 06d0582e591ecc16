import { openIdField, openIdOf } from '../../descriptions/fields';
import { kfAccountPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const createSession: ItemOperation = {
	option: {
		name: 'Create Session',
		value: 'createSession',
		action: 'Create customer service session',
		description: 'Hand a follower over to an account that is online',
	},
	endpoints: ['POST /customservice/kfsession/create'],
	isPaced: true,
	properties: [kfAccountPicker, openIdField],
	async execute(ctx, itemIndex) {
		const kf_account = picked(ctx, kfAccountPicker, itemIndex);
		const openid = openIdOf(ctx, itemIndex);
		await post(ctx, '/customservice/kfsession/create', { kf_account, openid });
		return { kfAccount: kf_account, openId: openid, isOpen: true };
	},
};
