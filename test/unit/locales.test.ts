/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lookupIn, type Catalogue } from '../../locales/catalogue';
import { translatedCredential, translatedDescription } from '../../locales/translated';
import { withTexts, type Lookup } from '../../locales/texts';
import { loadPackage } from '../harness/nodeTypes';

const FOLDER = 'locales/zh-CN';
const CREDENTIALS = ['weChatOfficialAccountApi', 'weChatStaffRobotApi'];
const SHARED = 'shared';
const GLOSSARY = 'glossary';

const read = (name: string): Catalogue =>
	JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Catalogue;

const catalogues = new Map(
	readdirSync(FOLDER)
		.map((file) => basename(file, '.json'))
		.filter((name) => name !== GLOSSARY)
		.map((name) => [name, read(name)]),
);
const shared = catalogues.get(SHARED) ?? {};
const texts = [...catalogues].flatMap(([name, catalogue]) =>
	Object.entries(catalogue).map(([key, chinese]) => ({
		name,
		english: key.replace(/ @\w+$/, ''),
		chinese,
	})),
);

interface Made {
	name: string;
	english: object;
	chinese: object;
}

/** Nodes and credentials in both languages, with what is missing, and the entries that were used. */
async function makeAll(): Promise<{ made: Made[]; missing: string[]; used: Set<string> }> {
	const { names, nodeTypes, credentialType } = await loadPackage();
	const missing: string[] = [];
	const used = new Set<string>();
	const lookupOf = (name: string): Lookup =>
		lookupIn(
			[catalogues.get(name) ?? {}, shared],
			(catalogue, key) => used.add(`${catalogue === shared ? SHARED : name}: ${key}`),
			(text) => missing.push(`${name}: ${text}`),
		);
	const nodes = names.map((full): Made => {
		const { description: english } = nodeTypes.getByNameAndVersion(full);
		const chinese = translatedDescription(english, lookupOf(english.name));
		return { name: english.name, english, chinese };
	});
	const credentials = CREDENTIALS.map((name): Made => {
		const { displayName, properties, test } = credentialType(name);
		const chinese = translatedCredential(credentialType(name), lookupOf(name));
		return { name, english: { displayName, properties, test }, chinese };
	});
	return { made: [...nodes, ...credentials], missing, used };
}

describe('the Chinese build', () => {
	it('has every text of every node and credential, and none that is no longer shown', async () => {
		const { missing, used } = await makeAll();
		expect(missing).toEqual([]);
		const obsolete = [...catalogues].flatMap(([name, catalogue]) =>
			Object.keys(catalogue)
				.map((key) => `${name}: ${key}`)
				.filter((entry) => !used.has(entry)),
		);
		expect(obsolete).toEqual([]);
	});

	it('has the parameters, values and defaults of the English one, so that workflows move freely', async () => {
		const { made } = await makeAll();
		for (const { english, chinese } of made) {
			const bare = (description: object) => ({ ...withTexts(description, () => ''), subtitle: '' });
			// Labels of branches stand between quotes whatever their language.
			const unlabelled = (description: object) =>
				JSON.stringify(bare(description)).replace(
					/\\"[^"\\]*[\p{Script=Han}][^"\\]*\\"/gu,
					'\\"\\"',
				);
			expect(unlabelled(chinese)).toBe(unlabelled(english));
		}
	});

	it('has branches and subtitles that n8n reads to their ends', async () => {
		const { made } = await makeAll();
		const { length } = made.filter(({ chinese }) => 'subtitle' in chinese);
		expect(length).toBe(made.length - CREDENTIALS.length);
		for (const { chinese } of made) {
			for (const value of Object.values(chinese).map(String)) {
				if (value.startsWith('={{')) expect(value.indexOf('}}')).toBe(value.length - 2);
			}
		}
	});

	it('puts examples and lists of tables together, and says what it does not know', () => {
		const missing: string[] = [];
		const lookup = lookupIn(
			[{ Menu: '自定义菜单', 'Menu @document': '菜单', 'a: x': '甲', 'b: y': '乙' }],
			undefined,
			(text) => missing.push(text),
		);
		expect(lookup('Menu', 'resource')).toBe('自定义菜单');
		expect(lookup('Menu', 'document')).toBe('菜单');
		expect(lookup('e.g. 2026-11-24', 'day')).toBe('例如 2026-11-24');
		expect(lookup('a: x · b: y', 'keepRecordsIn')).toBe('甲 · 乙');
		expect(lookup('e.g. words with commas', 'words')).toBe('e.g. words with commas');
		expect(missing).toEqual(['e.g. words with commas']);
	});
});

/** What may stand in a Chinese text as it is: addresses, markup, expressions, words of n8n's own screen. */
const AS_IT_IS =
	/https?:\/\/[\w./?=&%#@:-]+|<[^>]*>|\{\{.*?\}\}|\{\w+\}|“(?:Data tables|Get Row\(s\)|Return Intermediate Steps|invalid signature|set mock data)”|\((?:production|test) URL\)|（(?:production|test) URL）|AI Agent|[Aa]ccess [Tt]oken|Refresh Token|Accept \(入选\)|Decline \(不入选\)|^=\{\{.*$/gu;

/** Names that are the same in both languages. */
const NAMES =
	/^(?:[A-Z0-9.:]+|OpenID|JS-SDK|Markdown|BG\/NBD|AppID|AppSecret|Token|EncodingAESKey|Access Token|Refresh Token)$/;

const marksOf = (text: string): string[] =>
	(text.match(/\{\{.*?\}\}|\{\w+\}|<[^>]+>|https?:\/\/[\w./?=&%#-]+|wechat_…_\w+/g) ?? []).sort();

describe('the Chinese texts', () => {
	it.each([...catalogues.keys()])('%s: keep placeholders, links and marks', (name) => {
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
		const glossary = JSON.parse(readFileSync(join(FOLDER, `${GLOSSARY}.json`), 'utf8')) as Record<
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
