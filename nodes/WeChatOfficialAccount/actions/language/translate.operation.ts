import { atMost } from '../../../shared/limits';
import { weChatRequest } from '../../../shared/transport/request';
import { requiredText, textField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

const MAX_BYTES = 600;

export const translate: ItemOperation = {
	option: {
		name: 'Translate',
		value: 'translate',
		action: 'Translate text',
		description: 'Translate between Chinese and English',
	},
	endpoints: ['POST /cgi-bin/media/voice/translatecontent'],
	limits: '600 bytes',
	properties: [
		textField('Text', 'text', { hint: 'Up to 600 bytes' }),
		{
			displayName: 'From',
			name: 'from',
			type: 'options',
			options: [
				{ name: 'Chinese', value: 'zh_CN' },
				{ name: 'English', value: 'en_US' },
			],
			default: 'zh_CN',
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'options',
			options: [
				{ name: 'Chinese', value: 'zh_CN' },
				{ name: 'English', value: 'en_US' },
			],
			default: 'en_US',
		},
	],
	async execute(ctx, itemIndex) {
		const text = requiredText(ctx, 'text', 'Text', itemIndex);
		const content = atMost('Text', text, MAX_BYTES, 'bytes', 'Translate it in pieces.');
		const answer = await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/media/voice/translatecontent',
			query: {
				lfrom: String(ctx.getNodeParameter('from', itemIndex)),
				lto: String(ctx.getNodeParameter('to', itemIndex)),
			},
			body: { content },
			safe: true,
		});
		return { text: content, translation: answer.to_content };
	},
};
