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

/** WeChat: message/subscribe/bizsend. Uses up one consent of the person. */
export const send: ItemOperation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send subscription notice',
		description: 'Send a notice to a person who has agreed to it',
	},
	endpoints: ['POST /cgi-bin/message/subscribe/bizsend'],
	isPaced: true,
	properties: [
		openIdField,
		templateField('searchNoticeTemplates'),
		templateFieldsField('getNoticeFields'),
		additionalFields([
			interactionsField,
			...messageOptions,
			{
				displayName: 'Page URL',
				name: 'page',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://example.com/orders/1',
				description: 'Opens when the notice is tapped',
			},
		]),
	],
	async execute(ctx, itemIndex) {
		const { openId, templateId, body } = templateMessageOf(ctx, itemIndex, 'page');
		refuseUnreachable(ctx, itemIndex, 'subscriptionNotice', templateId);
		await weChatRequest(ctx, { method: 'POST', path: '/cgi-bin/message/subscribe/bizsend', body });
		return { openId, templateId, sent: true };
	},
};
