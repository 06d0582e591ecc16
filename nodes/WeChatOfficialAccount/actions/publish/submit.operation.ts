import { flag } from '../../../shared/operations/fields';
import { draft } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';
import { statusWhenDone } from './status';

export const submit = itemOperation({
	option: {
		name: 'Submit',
		value: 'submit',
		action: 'Submit draft for publication',
		description: 'Publish a draft. Followers are not notified; use Broadcast for that.',
	},
	endpoints: ['POST /cgi-bin/freepublish/submit', 'POST /cgi-bin/freepublish/get'],
	limits: '100 a day',
	onlyOnce: { what: 'Publication', isRepeatable: false },
	fields: {
		mediaId: draft(),
		wait: flag(
			'Wait Until Done',
			false,
			'Whether to wait until WeChat has published it, up to two minutes',
		),
	},
	async execute(ctx, { mediaId: media_id, wait }) {
		const answer = await post(ctx, '/cgi-bin/freepublish/submit', { media_id });
		const publishId = String(answer.publish_id);
		const msgDataId = answer.msg_data_id ? String(answer.msg_data_id) : null;
		const status = wait ? await statusWhenDone(ctx, publishId) : { status: 'publishing' };
		return { publishId, msgDataId, ...status };
	},
});
