import { mapped, text } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';
import { checkAccount, nickname } from './accountRules';

export const createAccount = itemOperation({
	option: {
		name: 'Create Account',
		value: 'createAccount',
		action: 'Create customer service account',
		description: 'Add a person who answers followers',
	},
	endpoints: ['POST /customservice/kfaccount/add'],
	limits: '100 accounts',
	// WeChat refuses a second one of the name.
	onlyOnce: {
		what: 'Customer service account',
		isRepeatable: true,
		target: ({ kfAccount }) => kfAccount,
	},
	fields: {
		kfAccount: mapped(
			text('Customer Service Account', {
				placeholder: 'e.g. anna@gh_account',
				hint: 'The name before the @ has up to 10 letters, digits or underscores',
			}),
			checkAccount,
		),
		nickname,
	},
	async execute(ctx, { kfAccount: kf_account, nickname }) {
		await post(ctx, '/customservice/kfaccount/add', { kf_account, nickname });
		return { kfAccount: kf_account, nickname };
	},
});
