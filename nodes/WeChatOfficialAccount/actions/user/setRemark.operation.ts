import { atMost } from '../../../shared/limits';
import { weChatRequest } from '../../../shared/transport/request';
import { optionalText } from '../../../shared/operations/fields';
import { openId } from '../../descriptions/common';
import { itemOperation } from '../operation';

/** WeChat: user/info/updateremark wants fewer than 30 bytes. */
const MAX_REMARK_BYTES = 29;

export const setRemark = itemOperation({
	option: {
		name: 'Set Remark',
		value: 'setRemark',
		action: 'Set remark of user',
		description: 'Set the remark name (备注名) under which the account knows a follower',
	},
	endpoints: ['POST /cgi-bin/user/info/updateremark'],
	isPaced: true,
	limits: '29 bytes',
	onlyOnce: { what: 'Remark', isRepeatable: true },
	fields: {
		openId,
		remark: optionalText('Remark', {
			placeholder: 'e.g. 张三 VIP',
			hint: 'Up to 29 bytes, about 9 Chinese characters. Leave empty to remove the remark.',
		}),
	},
	async execute(ctx, { openId, remark: given }) {
		const advice = 'Shorten it to about 9 Chinese characters.';
		const remark = atMost('Remark', given, MAX_REMARK_BYTES, 'bytes', advice);
		await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/user/info/updateremark',
			body: { openid: openId, remark },
		});
		return { openId, remark };
	},
});
