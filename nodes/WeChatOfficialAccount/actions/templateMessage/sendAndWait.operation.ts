import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import { additional } from '../../descriptions/common';
import { interactions, refuseUnreachable } from '../../descriptions/interactions';
import { messageFields, messageOptions, templateMessage } from '../../descriptions/template';
import { waitFields, waitOptions, waitUntil } from '../../wait/fields';
import { post } from '../call';
import { itemOperation } from '../operation';
import { refuseSwallowed } from '../swallowed';

/** Reaches a staff member at any time; a customer service message needs a recent contact. */
export const sendAndWait = itemOperation({
	option: {
		name: 'Send and Wait for Response',
		value: SEND_AND_WAIT_OPERATION,
		action: 'Send template message and wait for response',
		description: 'Ask for an approval or an answer on the page that the message opens',
	},
	endpoints: ['POST /cgi-bin/message/template/send'],
	fields: {
		...messageFields('searchTemplates', 'getTemplateFields'),
		...waitFields,
		additionalFields: additional({
			interactions: interactions(),
			...messageOptions,
			...waitOptions,
		}),
	},
	waitUntil,
	async execute(ctx, values, itemIndex) {
		const { message: question, additionalFields } = values;
		const { body, about } = templateMessage(values, ctx.getInputData()[itemIndex]?.json);
		refuseUnreachable(additionalFields.interactions, 'templateMessage');
		refuseSwallowed(ctx, body);
		const url = ctx.getSignedResumeUrl();
		const { msgid } = await post(ctx, '/cgi-bin/message/template/send', { ...body, url });
		return { ...about, question, msgId: String(msgid ?? '') };
	},
});
