import { requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';
import { checkAccount, checkNickname } from './accountRules';

export const createAccount: ItemOperation = {
	option: {
		name: 'Create Account',
		value: 'createAccount',
		action: 'Create customer service account',
		description: 'Add a person who answers followers',
	},
	endpoints: ['POST /customservice/kfaccount/add'],
	limits: '100 accounts',
	properties: [
		textField('Customer Service Account', 'kfAccount', {
			placeholder: 'e.g. anna@gh_account',
			hint: 'The name before the @ has up to 10 letters, digits or underscores',
		}),
		textField('Nickname', 'nickname', { hint: 'Up to 16 characters' }),
	],
	async execute(ctx, itemIndex) {
		const account = requiredText(ctx, 'kfAccount', 'Customer Service Account', itemIndex);
		const kf_account = checkAccount(account);
		const nickname = checkNickname(requiredText(ctx, 'nickname', 'Nickname', itemIndex));
		await post(ctx, '/customservice/kfaccount/add', { kf_account, nickname });
		return { kfAccount: kf_account, nickname };
	},
};
