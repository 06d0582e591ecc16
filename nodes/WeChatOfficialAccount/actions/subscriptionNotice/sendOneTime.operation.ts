import type { IDataObject } from 'n8n-workflow';
import { atMost } from '../../../shared/limits';
import {
	additionalFields,
	numberOf,
	openIdField,
	openIdOf,
	requiredText,
	textField,
} from '../../descriptions/fields';
import { interactionsField, refuseUnreachable } from '../../descriptions/interactions';
import { post } from '../call';
import type { ItemOperation } from '../operation';
import { sceneField } from './sceneField';

export const sendOneTime: ItemOperation = {
	option: {
		name: 'Send One-Time Message',
		value: 'sendOneTime',
		action: 'Send one-time message',
		description: 'Send the one message that a person has agreed to by the consent link',
	},
	endpoints: ['POST /cgi-bin/message/template/subscribe'],
	isPaced: true,
	access: 'verified',
	properties: [
		openIdField,
		textField('Template ID', 'oneTimeTemplateId'),
		sceneField,
		textField('Title', 'title', { hint: 'Up to 15 characters' }),
		textField('Text', 'text', { hint: 'Up to 200 characters' }),
		textField('URL', 'url', { required: false }),
		additionalFields([interactionsField]),
	],
	async execute(ctx, itemIndex) {
		const openId = openIdOf(ctx, itemIndex);
		const title = atMost('Title', requiredText(ctx, 'title', 'Title', itemIndex), 15);
		const value = atMost('Text', requiredText(ctx, 'text', 'Text', itemIndex), 200);
		const templateId = requiredText(ctx, 'oneTimeTemplateId', 'Template ID', itemIndex);
		refuseUnreachable(ctx, itemIndex, 'subscriptionNotice', templateId);
		const body: IDataObject = {
			touser: openId,
			template_id: templateId,
			scene: String(numberOf(ctx, sceneField, itemIndex)),
			title,
			data: { content: { value } },
		};
		const url = String(ctx.getNodeParameter('url', itemIndex, ''));
		if (url) body.url = url;
		await post(ctx, '/cgi-bin/message/template/subscribe', body);
		return { openId, sent: true };
	},
};
