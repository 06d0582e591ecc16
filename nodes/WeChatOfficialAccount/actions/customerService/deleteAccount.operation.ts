import { kfAccount } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';

export const deleteAccount = itemOperation({
	option: {
		name: 'Delete Account',
		value: 'deleteAccount',
		action: 'Delete customer service account',
	},
	endpoints: ['POST /customservice/kfaccount/del'],
	onlyOnce: {
		what: 'Deletion of a customer service account',
		isRepeatable: true,
		target: ({ kfAccount }) => kfAccount,
	},
	fields: { kfAccount: kfAccount() },
	async execute(ctx, { kfAccount: kf_account }) {
		await post(ctx, '/customservice/kfaccount/del', { kf_account });
		return { deleted: true };
	},
});
