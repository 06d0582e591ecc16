import { kfAccountPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const deleteAccount: ItemOperation = {
	option: {
		name: 'Delete Account',
		value: 'deleteAccount',
		action: 'Delete customer service account',
	},
	endpoints: ['POST /customservice/kfaccount/del'],
	properties: [kfAccountPicker],
	async execute(ctx, itemIndex) {
		const kf_account = picked(ctx, kfAccountPicker, itemIndex);
		await post(ctx, '/customservice/kfaccount/del', { kf_account });
		return { deleted: true };
	},
};
