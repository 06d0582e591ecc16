import { weChatRequest } from '../../../shared/transport/request';
import { additionalFields, openIdField } from '../../descriptions/fields';
import {
	messageOptions,
	templateField,
	templateFieldsField,
	templateMessageOf,
} from '../../descriptions/template';
import { interactionsField, refuseUnreachable } from '../../descriptions/interactions';
import type { ItemOperation } from '../operation';

/** WeChat: message/template/send. The answer says "accepted"; the event tells what became of it. */
export const send: ItemOperation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send template message',
		description: 'Send a template message to a follower',
	},
	endpoints: ['POST /cgi-bin/message/template/send'],
	isPaced: true,
	limits: '100,000 messages a day',
	properties: [
		openIdField,
		templateField('searchTemplates'),
		templateFieldsField('getTemplateFields'),
		additionalFields([
			interactionsField,
			...messageOptions,
			{
				displayName: 'URL',
				name: 'url',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://example.com/orders/1',
				description: 'Opens when the message is tapped',
			},
		]),
	],
	async execute(ctx, itemIndex) {
		const { openId, templateId, body } = templateMessageOf(ctx, itemIndex, 'url');
		refuseUnreachable(ctx, itemIndex, 'templateMessage');
		const { msgid } = await weChatRequest<{ msgid?: number | string }>(ctx, {
			method: 'POST',
			path: '/cgi-bin/message/template/send',
			body,
		});
		return { openId, templateId, msgId: String(msgid ?? '') };
	},
};
