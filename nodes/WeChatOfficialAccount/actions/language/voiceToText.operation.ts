import { randomBytes } from 'crypto';
import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { MEDIA_RULES } from '../../../shared/media/fileRules';
import { choice } from '../../../shared/operations/fields';
import { weChatRequest } from '../../../shared/transport/request';
import { inputDataFieldName, readFile } from '../binary';
import { itemOperation } from '../operation';
import { LANGUAGES } from './languages';

/** WeChat has the text within ten seconds. */
const WAITS_MS = [1_000, 2_000, 3_000, 4_000];

async function recognized(ctx: IExecuteFunctions, query: Record<string, string>): Promise<string> {
	for (const milliseconds of WAITS_MS) {
		const { result } = await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/media/voice/queryrecoresultfortext',
			query,
			body: {},
			safe: true,
		});
		if (typeof result === 'string' && result !== '') return result;
		await sleep(milliseconds);
	}
	return '';
}

export const voiceToText = itemOperation({
	option: {
		name: 'Voice to Text',
		value: 'voiceToText',
		action: 'Turn voice into text',
		description: 'Write down what is said in an mp3 file',
	},
	endpoints: [
		'POST /cgi-bin/media/voice/addvoicetorecofortext',
		'POST /cgi-bin/media/voice/queryrecoresultfortext',
	],
	limits: 'mp3, 16 kHz, one channel, 1 MB',
	fields: {
		inputDataFieldName: inputDataFieldName(),
		language: choice('Language', LANGUAGES, 'zh_CN'),
	},
	async execute(ctx, { inputDataFieldName: field, language: lang }, itemIndex) {
		const voice_id = randomBytes(8).toString('hex');
		await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/media/voice/addvoicetorecofortext',
			query: { format: 'mp3', voice_id, lang },
			multipart: [await readFile(ctx, itemIndex, field, 'media', MEDIA_RULES.speech)],
			safe: true,
		});
		return { text: await recognized(ctx, { voice_id, lang }) };
	},
});
