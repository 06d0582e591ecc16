import { atMost } from '../../../shared/limits';
import { choice, text } from '../../../shared/operations/fields';
import { weChatRequest } from '../../../shared/transport/request';
import { itemOperation } from '../operation';
import { LANGUAGES } from './languages';

const MAX_BYTES = 600;

export const translate = itemOperation({
	option: {
		name: 'Translate',
		value: 'translate',
		action: 'Translate text',
		description: 'Translate between Chinese and English',
	},
	endpoints: ['POST /cgi-bin/media/voice/translatecontent'],
	limits: '600 bytes',
	fields: {
		text: text('Text', { hint: 'Up to 600 bytes' }),
		from: choice('From', LANGUAGES, 'zh_CN'),
		to: choice('To', LANGUAGES, 'en_US'),
	},
	async execute(ctx, { text, from, to }) {
		const content = atMost('Text', text, MAX_BYTES, 'bytes', 'Translate it in pieces.');
		const answer = await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/media/voice/translatecontent',
			query: { lfrom: from, lto: to },
			body: { content },
			safe: true,
		});
		return { text: content, translation: answer.to_content };
	},
});
