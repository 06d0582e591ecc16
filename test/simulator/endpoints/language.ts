import { fail } from '../errors';
import { OK, type Call, type Endpoint, type Endpoints } from './endpoint';
import { checkFile } from './media';

const DOCUMENTS = [
	'idcard',
	'bankcard',
	'driving',
	'drivinglicense',
	'bizlicense',
	'comm',
	'platenum',
	'menu',
];

/** An endpoint that looks at a picture, given as a file or by address. */
function looking(found: object): Endpoint {
	return {
		method: 'POST',
		query: ['img_url?'],
		answer({ query, file }: Call) {
			if (query.img_url) {
				if (!query.img_url.startsWith('http')) fail(101000);
			} else {
				checkFile(file, 'articleImage', 'img');
			}
			return { ...OK, ...found };
		},
	};
}

const lines = { items: [{ text: '你好' }], img_size: { w: 10, h: 10 } };

export const language: Endpoints = {
	...Object.fromEntries(DOCUMENTS.map((name) => [`/cv/ocr/${name}`, looking(lines)])),
	'/cv/img/qrcode': looking({
		code_results: [{ type_name: 'QR_CODE', data: 'https://example.com' }],
	}),
	'/cv/img/superresolution': looking({ media_id: 'media_large' }),
	'/cv/img/aicrop': looking({
		results: [{ crop_left: 0, crop_top: 0, crop_right: 9, crop_bottom: 9 }],
	}),
	'/cgi-bin/media/voice/addvoicetorecofortext': {
		method: 'POST',
		query: ['format', 'voice_id', 'lang?'],
		answer({ file }) {
			checkFile(file, 'voice');
			return OK;
		},
	},
	'/cgi-bin/media/voice/queryrecoresultfortext': {
		method: 'POST',
		query: ['voice_id', 'lang?'],
		answer: () => ({ result: '你好' }),
	},
	'/cgi-bin/media/voice/translatecontent': {
		method: 'POST',
		query: ['lfrom', 'lto'],
		body: { content: 'string' },
		answer({ body }) {
			if (Buffer.byteLength(String(body.content)) > 600) fail(45002);
			return { from_content: body.content, to_content: `(${String(body.content)})` };
		},
	},
};
