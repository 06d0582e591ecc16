import { MEDIA_RULES } from '../../../shared/media/fileRules';
import { weChatRequest } from '../../../shared/transport/request';
import { kfAccount } from '../../descriptions/locators';
import { inputDataFieldName, readFile } from '../binary';
import { itemOperation } from '../operation';

export const setAvatar = itemOperation({
	option: {
		name: 'Set Avatar',
		value: 'setAvatar',
		action: 'Set avatar of customer service account',
	},
	endpoints: ['POST /customservice/kfaccount/uploadheadimg'],
	onlyOnce: {
		what: 'Avatar of a customer service account',
		isRepeatable: true,
		target: ({ kfAccount }) => kfAccount,
	},
	fields: { kfAccount: kfAccount(), inputDataFieldName: inputDataFieldName() },
	async execute(ctx, { kfAccount, inputDataFieldName: field }, itemIndex) {
		await weChatRequest(ctx, {
			method: 'POST',
			path: '/customservice/kfaccount/uploadheadimg',
			query: { kf_account: kfAccount },
			multipart: [await readFile(ctx, itemIndex, field, 'media', MEDIA_RULES.avatar)],
		});
		return { kfAccount, updated: true };
	},
});
