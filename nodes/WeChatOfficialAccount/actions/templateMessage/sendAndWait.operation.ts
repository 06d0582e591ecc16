import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import { additionalFields, openIdField } from '../../descriptions/fields';
import { interactionsField, refuseUnreachable } from '../../descriptions/interactions';
import {
	messageOptions,
	templateField,
	templateFieldsField,
	templateMessageOf,
} from '../../descriptions/template';
import { messageOf, waitFields, waitOptions, waitUntil } from '../../wait/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

/** Reaches a staff member at any time; a customer service message needs a recent contact. */
export const sendAndWait: ItemOperation = {
	option: {
		name: 'Send and Wait for Response',
		value: SEND_AND_WAIT_OPERATION,
		action: 'Send template message and wait for response',
		description: 'Ask for an approval or an answer on the page that the message opens',
	},
	endpoints: ['POST /cgi-bin/message/template/send'],
	properties: [
		openIdField,
		templateField('searchTemplates'),
		templateFieldsField('getTemplateFields'),
		...waitFields,
		additionalFields([interactionsField, ...messageOptions, ...waitOptions]),
	],
	waitUntil,
	async execute(ctx, itemIndex) {
		messageOf(ctx, itemIndex);
		const { openId, templateId, body } = templateMessageOf(ctx, itemIndex, 'url');
		refuseUnreachable(ctx, itemIndex, 'templateMessage');
		const url = ctx.getSignedResumeUrl();
		const { msgid } = await post(ctx, '/cgi-bin/message/template/send', { ...body, url });
		return { openId, templateId, msgId: String(msgid ?? '') };
	},
};
