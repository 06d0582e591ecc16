import { jsonInteger } from '../../../shared/json';
import { digits } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const getStatus = itemOperation({
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get status of broadcast',
		description: 'Get whether a broadcast has been sent',
	},
	endpoints: ['POST /cgi-bin/message/mass/get'],
	fields: { msgId: digits('Broadcast ID', { placeholder: 'e.g. 3147483652' }) },
	async execute(ctx, { msgId }) {
		const { msg_status: status } = await post(
			ctx,
			'/cgi-bin/message/mass/get',
			{ msg_id: jsonInteger(msgId) },
			true,
		);
		return { msgId, status: status ?? null };
	},
});
