import { kfAccount } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';
import { nickname } from './accountRules';

export const updateAccount = itemOperation({
	option: {
		name: 'Update Account',
		value: 'updateAccount',
		action: 'Update customer service account',
		description: 'Change the nickname of an account',
	},
	endpoints: ['POST /customservice/kfaccount/update'],
	onlyOnce: {
		what: 'Customer service account',
		isRepeatable: true,
		target: ({ kfAccount }) => kfAccount,
	},
	fields: { kfAccount: kfAccount(), nickname },
	async execute(ctx, { kfAccount: kf_account, nickname }) {
		await post(ctx, '/customservice/kfaccount/update', { kf_account, nickname });
		return { kfAccount: kf_account, nickname };
	},
});
