import { text } from '../../../shared/operations/fields';
import { kfAccount } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';

export const inviteWorker = itemOperation({
	option: {
		name: 'Invite Worker',
		value: 'inviteWorker',
		action: 'Invite worker to customer service account',
		description: 'Let a person with a WeChat ID answer as this account',
	},
	endpoints: ['POST /customservice/kfaccount/inviteworker'],
	// WeChat refuses a second one as long as the first is open or accepted.
	onlyOnce: {
		what: 'Invitation of a worker',
		isRepeatable: true,
		target: ({ kfAccount, weChatId }) => `${kfAccount}:${weChatId}`,
	},
	fields: { kfAccount: kfAccount(), weChatId: text('WeChat ID') },
	async execute(ctx, { kfAccount: kf_account, weChatId: invite_wx }) {
		await post(ctx, '/customservice/kfaccount/inviteworker', { kf_account, invite_wx });
		return { kfAccount: kf_account, weChatId: invite_wx, invited: true };
	},
});
