import { requiredDigits, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const getStatus: ItemOperation = {
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get status of broadcast',
		description: 'Get whether a broadcast has been sent',
	},
	endpoints: ['POST /cgi-bin/message/mass/get'],
	properties: [textField('Broadcast ID', 'msgId', { placeholder: 'e.g. 3147483652' })],
	async execute(ctx, itemIndex) {
		const msgId = requiredDigits(ctx, 'msgId', 'Broadcast ID', itemIndex);
		const { msg_status: status } = await post(
			ctx,
			'/cgi-bin/message/mass/get',
			{ msg_id: Number(msgId) },
			true,
		);
		return { msgId, status: status ?? null };
	},
};
