/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogues } from '../../locales/readCatalogues';

const FOLDER = 'locales/zh-CN';

/** Of descriptions, and of messages. */
const catalogues = [
	...[...readCatalogues(FOLDER)].map(([name, texts]) => ({ name, texts })),
	...[...readCatalogues(join(FOLDER, 'messages'))].map(([name, texts]) => ({
		name: `messages/${name}`,
		texts,
	})),
];

const texts = catalogues.flatMap((catalogue) =>
	Object.entries(catalogue.texts).map(([key, chinese]) => ({
		name: catalogue.name,
		english: key.replace(/ @\w+$/, ''),
		chinese,
	})),
);

/** What may stand in a Chinese text as it is: addresses, markup, expressions, words of n8n's own screen. */
const AS_IT_IS =
	/https?:\/\/[\w./?=&%#@:-]+|<[^>]*>|\{\{.*?\}\}|\{\w+\}|“(?:Data tables|Get Row\(s\)|Return Intermediate Steps|invalid signature|set mock data)”|\((?:production|test) URL\)|（(?:production|test) URL）|AI Agent|[Aa]ccess [Tt]oken|Refresh Token|Accept \(入选\)|Decline \(不入选\)|^=\{\{.*$/gu;

/** Names that are the same in both languages. */
const NAMES =
	/^(?:[A-Z0-9.:]+|OpenID|JS-SDK|Markdown|BG\/NBD|AppID|AppSecret|Token|EncodingAESKey|Access Token|Refresh Token)$/;

const marksOf = (text: string): string[] =>
	(
		text.match(/\{\{.*?\}\}|\{\w+\}|<[^>]+>|https?:\/\/(?:[\w./?=&%#-]*[\w/])?|wechat_…_\w+/g) ?? []
	).sort();

describe('the Chinese texts', () => {
	it.each(catalogues.map(({ name }) => name))('%s: keep placeholders, links and marks', (name) => {
		const different = texts
			.filter((text) => text.name === name && !text.english.startsWith('={{'))
			.filter(({ english, chinese }) => marksOf(english).join() !== marksOf(chinese).join());
		expect(different).toEqual([]);
	});

	it('are Chinese throughout', () => {
		const mixed = texts.filter(({ english, chinese }) => {
			const rest = chinese.replace(AS_IT_IS, '');
			const isSame = english === chinese && !NAMES.test(english);
			return isSame || /[a-z]{2,} [a-z]{2,}|\b(?:the|of|and|is|are|with|for)\b/.test(rest);
		});
		expect(mixed).toEqual([]);
	});

	it('have Chinese punctuation, and none at the end of a label', () => {
		const wrong = texts.filter(({ english, chinese }) => {
			const rest = chinese.replace(AS_IT_IS, '');
			const isLabel = !/[.。!?]$/.test(english) && english.length < 25;
			return (
				/\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(rest) || (isLabel && /。$/.test(rest))
			);
		});
		expect(wrong).toEqual([]);
	});

	it("use the words of WeChat's console", () => {
		const glossary = JSON.parse(readFileSync(join(FOLDER, 'glossary.json'), 'utf8')) as Record<
			string,
			string[]
		>;
		const terms = Object.entries(glossary).map(([english, words]) => ({
			english: new RegExp(english, 'i'),
			words,
		}));
		const other = texts.filter(({ english, chinese }) =>
			terms.some(
				(term) => term.english.test(english) && !term.words.some((word) => chinese.includes(word)),
			),
		);
		expect(other).toEqual([]);
		// Words of other platforms, or of translations.
		const FOREIGN =
			/帖子|推文|推送订阅|登录凭据|凭据|追随者|关注者们|广播|功能菜单|评论|公共号|帐号/;
		expect(texts.filter(({ chinese }) => FOREIGN.test(chinese))).toEqual([]);
	});
});
