import { requiredText, textField } from '../../descriptions/fields';
import { kfAccountPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';
import { checkNickname } from './accountRules';

export const updateAccount: ItemOperation = {
	option: {
		name: 'Update Account',
		value: 'updateAccount',
		action: 'Update customer service account',
		description: 'Change the nickname of an account',
	},
	endpoints: ['POST /customservice/kfaccount/update'],
	properties: [kfAccountPicker, textField('Nickname', 'nickname', { hint: 'Up to 16 characters' })],
	async execute(ctx, itemIndex) {
		const kf_account = picked(ctx, kfAccountPicker, itemIndex);
		const nickname = checkNickname(requiredText(ctx, 'nickname', 'Nickname', itemIndex));
		await post(ctx, '/customservice/kfaccount/update', { kf_account, nickname });
		return { kfAccount: kf_account, nickname };
	},
};
