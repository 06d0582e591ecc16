import { createHash } from 'crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { shanghaiDay } from '../../../shared/calendar/shanghaiDay';
import { WeChatApiError } from '../../../shared/transport/errors';
import { additionalFields, additionalOf, openIdsField } from '../../descriptions/fields';
import { tagField } from '../../descriptions/tag';
import { openIdsOf } from '../batch';
import { post } from '../call';
import { tagIdOf } from '../tag/tags';
import { splitRecipients } from './audience';
import { messageFields, messageFromFields } from './message';
import type { ItemOperation } from '../operation';

/** WeChat knows this broadcast: it was sent before. */
const SENT_BEFORE = 45065;

/** Up to 32 bytes; the same for the same broadcast on the same day. */
function idOf(body: IDataObject): string {
	const content = JSON.stringify([shanghaiDay(Date.now()), body]);
	return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** Sends a broadcast; one that WeChat has sent before counts as sent. */
async function sendOnce(
	ctx: IExecuteFunctions,
	path: string,
	body: IDataObject,
	clientMsgId: string,
): Promise<IDataObject> {
	const clientmsgid = clientMsgId || idOf(body);
	try {
		const { msg_id: msgId, msg_data_id: msgDataId } = await post(ctx, path, {
			...body,
			clientmsgid,
		});
		return {
			msgId: String(msgId ?? ''),
			msgDataId: msgDataId ? String(msgDataId) : null,
			sentBefore: false,
		};
	} catch (error) {
		if (!(error instanceof WeChatApiError) || error.errcode !== SENT_BEFORE) {
			return await Promise.reject(error);
		}
		const { msg_id: msgId } = error.response;
		return { msgId: String(msgId ?? ''), msgDataId: null, sentBefore: true };
	}
}

export const send: ItemOperation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send broadcast',
		description: 'Send a message to all followers, to those with a tag, or to a list of OpenIDs',
	},
	endpoints: ['POST /cgi-bin/message/mass/sendall', 'POST /cgi-bin/message/mass/send'],
	limits: 'subscription account: 1 a day; service account: 4 a month per follower',
	properties: [
		{
			displayName: 'Recipients',
			name: 'audience',
			type: 'options',
			options: [
				{ name: 'All Followers', value: 'all' },
				{ name: 'Followers With a Tag', value: 'tag' },
				{
					name: 'OpenIDs',
					value: 'openIds',
					description: 'Needs a verified service account',
				},
			],
			default: 'tag',
		},
		{ ...tagField, displayOptions: { show: { audience: ['tag'] } } },
		{
			...openIdsField,
			displayOptions: { show: { audience: ['openIds'] } },
			description:
				'At least two OpenIDs, comma-separated or as a list. 10,000 go out in one broadcast.',
		},
		...messageFields,
		additionalFields([
			{
				displayName: 'Client Message ID',
				name: 'clientMsgId',
				type: 'string',
				default: '',
				description:
					'WeChat sends a broadcast with the same ID only once. Left empty, it is made from recipients, content and day, so that a repeated run does not send twice.',
			},
			{
				displayName: 'Send Even if Judged as Reprint',
				name: 'sendIgnoreReprint',
				type: 'boolean',
				default: false,
				description: 'Whether an article that WeChat judges as a reprint is sent all the same',
			},
		]),
	],
	async execute(ctx, itemIndex) {
		const audience = String(ctx.getNodeParameter('audience', itemIndex));
		const message = messageFromFields(ctx, itemIndex);
		const { sendIgnoreReprint, clientMsgId } = additionalOf(ctx, itemIndex);
		if (sendIgnoreReprint === true) message.send_ignore_reprint = 1;
		const send = async (path: string, recipients: IDataObject) =>
			await sendOnce(ctx, path, { ...recipients, ...message }, String(clientMsgId ?? ''));
		if (audience === 'openIds') {
			const openIds = openIdsOf(ctx, itemIndex);
			const sent: IDataObject[] = [];
			for (const touser of splitRecipients(openIds)) {
				const result = await send('/cgi-bin/message/mass/send', { touser });
				sent.push({ ...result, recipients: touser.length });
			}
			return sent;
		}
		const filter: IDataObject = { is_to_all: audience === 'all' };
		if (audience === 'tag') filter.tag_id = await tagIdOf(ctx, itemIndex);
		return { ...(await send('/cgi-bin/message/mass/sendall', { filter })), recipients: null };
	},
};
