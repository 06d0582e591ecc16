import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { HOUR_MS } from '../../../shared/calendar/days';
import { WeChatApiError, withNote } from '../../../shared/transport/errors';
import { choice, flag, mapped, optionalText } from '../../../shared/operations/fields';
import { additional, openIds } from '../../descriptions/common';
import { tag } from '../../descriptions/locators';
import { post } from '../call';
import { tagIdOf } from '../tag/tags';
import { splitRecipients } from './audience';
import { checkClientMessageId, clientMessageId } from './clientMessageId';
import { contentOptions, messageFields, messageOf, textsOf } from './message';
import { itemOperation } from '../operation';

/** WeChat knows this broadcast: it was sent before. */
const SENT_BEFORE = 45065;

/** WeChat knows a `clientmsgid` again for 24 hours; the call itself takes a part of them. */
const REPEATABLE_FOR_MS = 23 * HOUR_MS;

/** Sends a broadcast; one that WeChat has sent before counts as sent. */
async function sendOnce(
	ctx: IExecuteFunctions,
	path: string,
	body: IDataObject,
	ownId: string,
): Promise<IDataObject> {
	const clientmsgid = clientMessageId(ownId, body, Date.now());
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

/** Sends to any number of OpenIDs, one broadcast after the other. */
async function sendToOpenIds(
	openIds: string[],
	send: (recipients: IDataObject) => Promise<IDataObject>,
): Promise<IDataObject[]> {
	const sent: IDataObject[] = [];
	let reached = 0;
	for (const touser of splitRecipients(openIds)) {
		try {
			sent.push({ ...(await send({ touser })), recipients: touser.length });
			reached += touser.length;
		} catch (error) {
			const note =
				reached > 0
					? `${reached} of ${openIds.length} recipients have been sent to already. Run again with the same recipients, today or with the same Client Message ID: nobody gets it twice.`
					: '';
			return await Promise.reject(withNote(error, note));
		}
	}
	return sent;
}

export const send = itemOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send broadcast',
		description: 'Send a message to all followers, to those with a tag, or to a list of OpenIDs',
	},
	endpoints: ['POST /cgi-bin/message/mass/sendall', 'POST /cgi-bin/message/mass/send'],
	limits: 'subscription account: 1 a day; service account: 4 a month per follower',
	onlyOnce: { what: 'Broadcast', isRepeatable: true, repeatableForMs: REPEATABLE_FOR_MS },
	wording: { level: 'stop', texts: (values) => textsOf(values, values.additionalFields) },
	fields: {
		audience: choice(
			'Recipients',
			[
				{ name: 'All Followers', value: 'all' },
				{ name: 'Followers With a Tag', value: 'tag' },
				{ name: 'OpenIDs', value: 'openIds', description: 'Needs a verified service account' },
			],
			'tag',
		),
		tag: tag({ displayOptions: { show: { audience: ['tag'] } } }),
		openIds: openIds({
			displayOptions: { show: { audience: ['openIds'] } },
			description:
				'At least two OpenIDs, comma-separated or as a list. 10,000 go out in one broadcast.',
		}),
		...messageFields,
		additionalFields: additional({
			...contentOptions,
			clientMsgId: mapped(
				optionalText('Client Message ID', {
					description:
						'Up to 32 bytes of your choice: WeChat sends to the same recipients with the same ID only once. Left empty, it is made from recipients, content and day, so that a repeated run does not send twice.',
				}),
				checkClientMessageId,
			),
			sendIgnoreReprint: flag(
				'Send Even if Judged as Reprint',
				false,
				'Whether an article that WeChat judges as a reprint is sent all the same',
			),
		}),
	},
	async execute(ctx, values, _itemIndex, delivery) {
		const { audience, additionalFields } = values;
		const { sendIgnoreReprint, clientMsgId } = additionalFields;
		const ownId = clientMsgId || (delivery?.clientId ?? '');
		const message = messageOf(values, additionalFields);
		if (sendIgnoreReprint) message.send_ignore_reprint = 1;
		const send = async (path: string, recipients: IDataObject) =>
			await sendOnce(ctx, path, { ...recipients, ...message }, ownId);
		if (audience === 'openIds') {
			return await sendToOpenIds(
				values.openIds,
				async (recipients) => await send('/cgi-bin/message/mass/send', recipients),
			);
		}
		const filter: IDataObject = { is_to_all: audience === 'all' };
		if (audience === 'tag') filter.tag_id = await tagIdOf(ctx, values.tag);
		return { ...(await send('/cgi-bin/message/mass/sendall', { filter })), recipients: null };
	},
});
