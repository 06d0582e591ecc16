import { MINUTE_MS } from '../../../shared/calendar/days';
import { weChatRequest } from '../../../shared/transport/request';
import { additional } from '../../descriptions/common';
import {
	link,
	messageFields,
	messageOptions,
	templateMessage,
	templateTexts,
} from '../../descriptions/template';
import { interactions, refuseUnreachable } from '../../descriptions/interactions';
import { itemOperation } from '../operation';
import { refuseSwallowed } from '../swallowed';

/** WeChat knows a `client_msg_id` again for ten minutes; the call itself may take one. */
const REPEATABLE_FOR_MS = 9 * MINUTE_MS;

/** WeChat: message/template/send. The answer says "accepted"; the event tells what became of it. */
export const send = itemOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send template message',
		description: 'Send a template message to a follower',
	},
	endpoints: ['POST /cgi-bin/message/template/send'],
	isPaced: true,
	limits: '100,000 messages a day',
	onlyOnce: { what: 'Template message', isRepeatable: true, repeatableForMs: REPEATABLE_FOR_MS },
	wording: { level: 'warn', texts: ({ fields }, json) => templateTexts(fields, json) },
	fields: {
		...messageFields('searchTemplates', 'getTemplateFields'),
		additionalFields: additional({
			interactions: interactions(),
			...messageOptions,
			url: link('URL', { description: 'Opens when the message is tapped' }),
		}),
	},
	async execute(ctx, values, itemIndex, delivery) {
		const { additionalFields } = values;
		const { body, about } = templateMessage(values, ctx.getInputData()[itemIndex]?.json);
		if (additionalFields.url) body.url = additionalFields.url;
		if (delivery) body.client_msg_id ??= delivery.clientId;
		refuseUnreachable(additionalFields.interactions, 'templateMessage');
		refuseSwallowed(ctx, body);
		const { msgid } = await weChatRequest<{ msgid?: number | string }>(ctx, {
			method: 'POST',
			path: '/cgi-bin/message/template/send',
			body,
		});
		return { ...about, msgId: String(msgid ?? '') };
	},
});
