import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import {
	additionalFields,
	numberField,
	openIdField,
	openIdOf,
	requiredText,
	textField,
} from '../../descriptions/fields';
import { interactionsField, refuseUnreachable } from '../../descriptions/interactions';
import { post } from '../call';
import type { ItemOperation } from '../operation';

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
		numberField('Scene', 'scene', [0, 10_000], {
			hint: 'A number of your choice; comes back with the consent',
		}),
		textField('Title', 'title', { hint: 'Up to 15 characters' }),
		textField('Text', 'text', { hint: 'Up to 200 characters' }),
		textField('URL', 'url', { required: false }),
		additionalFields([interactionsField]),
	],
	async execute(ctx, itemIndex) {
		const openId = openIdOf(ctx, itemIndex);
		const title = requiredText(ctx, 'title', 'Title', itemIndex);
		const value = requiredText(ctx, 'text', 'Text', itemIndex);
		if ([...title].length > 15 || [...value].length > 200) {
			throw new UserInputError(
				"'Title' or 'Text' is longer than WeChat accepts",
				'Use up to 15 characters for the title and 200 for the text.',
			);
		}
		const templateId = requiredText(ctx, 'oneTimeTemplateId', 'Template ID', itemIndex);
		refuseUnreachable(ctx, itemIndex, 'subscriptionNotice', templateId);
		const body: IDataObject = {
			touser: openId,
			template_id: templateId,
			scene: String(ctx.getNodeParameter('scene', itemIndex)),
			title,
			data: { content: { value } },
		};
		const url = String(ctx.getNodeParameter('url', itemIndex, ''));
		if (url) body.url = url;
		await post(ctx, '/cgi-bin/message/template/subscribe', body);
		return { openId, sent: true };
	},
};
