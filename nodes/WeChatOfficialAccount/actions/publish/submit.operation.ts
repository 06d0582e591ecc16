import { draftPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import { statusWhenDone } from './status';
import type { ItemOperation } from '../operation';

export const submit: ItemOperation = {
	option: {
		name: 'Submit',
		value: 'submit',
		action: 'Submit draft for publication',
		description: 'Publish a draft. Followers are not notified; use Broadcast for that.',
	},
	endpoints: ['POST /cgi-bin/freepublish/submit', 'POST /cgi-bin/freepublish/get'],
	limits: '100 a day',
	properties: [
		draftPicker,
		{
			displayName: 'Wait Until Done',
			name: 'wait',
			type: 'boolean',
			default: false,
			description: 'Whether to wait until WeChat has published it, up to two minutes',
		},
	],
	async execute(ctx, itemIndex) {
		const media_id = picked(ctx, draftPicker, itemIndex);
		const answer = await post(ctx, '/cgi-bin/freepublish/submit', { media_id });
		const publishId = String(answer.publish_id);
		const msgDataId = answer.msg_data_id ? String(answer.msg_data_id) : null;
		const isWaiting = ctx.getNodeParameter('wait', itemIndex, false) as boolean;
		const status = isWaiting ? await statusWhenDone(ctx, publishId) : { status: 'publishing' };
		return { publishId, msgDataId, ...status };
	},
};
