import { weChatRequest } from '../../../shared/transport/request';
import { kfAccountPicker, picked } from '../../descriptions/pickers';
import { MEDIA_RULES, fileField, readFile } from '../binary';
import type { ItemOperation } from '../operation';

export const setAvatar: ItemOperation = {
	option: {
		name: 'Set Avatar',
		value: 'setAvatar',
		action: 'Set avatar of customer service account',
	},
	endpoints: ['POST /customservice/kfaccount/uploadheadimg'],
	properties: [kfAccountPicker, fileField],
	async execute(ctx, itemIndex) {
		const kf_account = picked(ctx, kfAccountPicker, itemIndex);
		await weChatRequest(ctx, {
			method: 'POST',
			path: '/customservice/kfaccount/uploadheadimg',
			query: { kf_account },
			multipart: [await readFile(ctx, itemIndex, 'media', MEDIA_RULES.avatar)],
		});
		return { kfAccount: kf_account, updated: true };
	},
};
