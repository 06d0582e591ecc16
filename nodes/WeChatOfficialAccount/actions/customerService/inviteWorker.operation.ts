import { requiredText, textField } from '../../descriptions/fields';
import { kfAccountPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const inviteWorker: ItemOperation = {
	option: {
		name: 'Invite Worker',
		value: 'inviteWorker',
		action: 'Invite worker to customer service account',
		description: 'Let a person with a WeChat ID answer as this account',
	},
	endpoints: ['POST /customservice/kfaccount/inviteworker'],
	properties: [kfAccountPicker, textField('WeChat ID', 'weChatId')],
	async execute(ctx, itemIndex) {
		const kf_account = picked(ctx, kfAccountPicker, itemIndex);
		const invite_wx = requiredText(ctx, 'weChatId', 'WeChat ID', itemIndex);
		await post(ctx, '/customservice/kfaccount/inviteworker', { kf_account, invite_wx });
		return { kfAccount: kf_account, weChatId: invite_wx, invited: true };
	},
};
