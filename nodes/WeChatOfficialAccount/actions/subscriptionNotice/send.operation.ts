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

/** WeChat: message/subscribe/bizsend. Uses up one consent of the person. */
export const send = itemOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send subscription notice',
		description: 'Send a notice to a person who has agreed to it',
	},
	endpoints: ['POST /cgi-bin/message/subscribe/bizsend'],
	isPaced: true,
	onlyOnce: { what: 'Subscription notice', isRepeatable: false },
	wording: { level: 'warn', texts: ({ fields }, json) => templateTexts(fields, json) },
	fields: {
		...messageFields('searchNoticeTemplates', 'getNoticeFields'),
		additionalFields: additional({
			interactions: interactions(),
			...messageOptions,
			page: link('Page URL', { description: 'Opens when the notice is tapped' }),
		}),
	},
	async execute(ctx, values, itemIndex, delivery) {
		const { templateId, additionalFields } = values;
		const { body, about } = templateMessage(values, ctx.getInputData()[itemIndex]?.json);
		if (additionalFields.page) body.page = additionalFields.page;
		if (delivery) body.client_msg_id ??= delivery.clientId;
		refuseUnreachable(additionalFields.interactions, 'subscriptionNotice', templateId);
		refuseSwallowed(ctx, body);
		await weChatRequest(ctx, { method: 'POST', path: '/cgi-bin/message/subscribe/bizsend', body });
		return { ...about, sent: true };
	},
});
