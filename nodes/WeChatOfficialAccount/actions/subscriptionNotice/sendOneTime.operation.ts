import type { IDataObject } from 'n8n-workflow';
import { atMost } from '../../../shared/limits';
import { mapped, optionalText, text } from '../../../shared/operations/fields';
import { additional, openId } from '../../descriptions/common';
import { interactions, refuseUnreachable } from '../../descriptions/interactions';
import { post } from '../call';
import { itemOperation } from '../operation';
import { consent } from './consent';

export const sendOneTime = itemOperation({
	option: {
		name: 'Send One-Time Message',
		value: 'sendOneTime',
		action: 'Send one-time message',
		description: 'Send the one message that a person has agreed to by the consent link',
	},
	endpoints: ['POST /cgi-bin/message/template/subscribe'],
	isPaced: true,
	access: 'verified',
	onlyOnce: { what: 'One-time message', isRepeatable: false },
	wording: { level: 'warn', texts: ({ title, text: value }) => [title, value] },
	fields: {
		openId,
		...consent,
		title: mapped(text('Title', { hint: 'Up to 15 characters' }), (title) =>
			atMost('Title', title, 15),
		),
		text: mapped(text('Text', { hint: 'Up to 200 characters' }), (value) =>
			atMost('Text', value, 200),
		),
		url: optionalText('URL'),
		additionalFields: additional({ interactions: interactions() }),
	},
	async execute(ctx, values) {
		const { openId, oneTimeTemplateId: templateId, scene, title, text: value, url } = values;
		refuseUnreachable(values.additionalFields.interactions, 'subscriptionNotice', templateId);
		const body: IDataObject = {
			touser: openId,
			template_id: templateId,
			scene: String(scene),
			title,
			data: { content: { value } },
		};
		if (url) body.url = url;
		await post(ctx, '/cgi-bin/message/template/subscribe', body);
		return { openId, sent: true };
	},
});
