/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraphsOf } from '../../simulator/phone/paragraphs';
import { contentElement } from '../../simulator/phone/page/bubble';
import { el, safeAddress } from '../../simulator/phone/page/dom';
import { piecesOf } from '../../simulator/phone/page/links';
import { ERRORS, languageOf, TEXTS, Words } from '../../simulator/phone/page/texts';
import type { Content } from '../../simulator/phone/types';

const FOLDER = 'test/simulator/phone';
const PAGE = join(FOLDER, 'page');
const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>';

/** As much of a browser's document as the page needs to build a bubble. */
class FakeNode {
	readonly children: FakeNode[] = [];

	readonly attributes: Record<string, string> = {};

	readonly classList = { add() {} };

	constructor(
		readonly name: string,
		readonly text = '',
	) {}

	setAttribute(name: string, value: string): void {
		this.attributes[name] = value;
	}

	appendChild(child: FakeNode): void {
		this.children.push(child);
	}

	addEventListener(): void {}

	all(): FakeNode[] {
		return [this, ...this.children.flatMap((child) => child.all())];
	}

	get shown(): string {
		return this.text + this.children.map((child) => child.shown).join('');
	}
}

const fakeDocument = {
	createElement: (name: string) => new FakeNode(name),
	createTextNode: (text: string) => new FakeNode('#text', text),
};

describe('fault 7.13: what the page makes of what others write', () => {
	beforeAll(() => {
		Object.defineProperty(globalThis, 'document', { value: fakeDocument, configurable: true });
	});
	afterAll(() => {
		Reflect.deleteProperty(globalThis, 'document');
	});

	const taps = { choose() {}, read() {}, openId: 'oA' };
	const built = (content: Content): FakeNode => {
		const element: unknown = contentElement(content, taps, new Words('en'));
		if (element instanceof FakeNode) return element;
		throw new Error('Built by another document');
	};

	const line = { description: HOSTILE, picture: 'javascript:alert(1)', url: 'javascript:alert(1)' };
	const contents: Content[] = [
		{ kind: 'text', text: `${HOSTILE}<a href="javascript:alert(1)">${HOSTILE}</a>` },
		{ kind: 'picture', source: 'javascript:alert(1)' },
		{ kind: 'articles', articles: [{ title: HOSTILE, ...line }] },
		{
			kind: 'choices',
			head: HOSTILE,
			entries: [{ id: HOSTILE, content: HOSTILE }],
			tail: HOSTILE,
		},
		{
			kind: 'card',
			title: HOSTILE,
			rows: [{ label: HOSTILE, value: HOSTILE }],
			url: 'data:text/html,x',
		},
		{ kind: 'act', event: 'CLICK', detail: HOSTILE },
		{ kind: 'other', type: HOSTILE, text: HOSTILE },
	];

	it.each(contents)('$kind: markup is text, and no address can run', (content) => {
		const nodes = built(content).all();
		expect(nodes.map(({ name }) => name)).not.toContain('script');
		expect(nodes.flatMap(({ attributes }) => Object.values(attributes)).join()).not.toMatch(
			/javascript:|data:|alert/,
		);
		const names = nodes.flatMap(({ attributes }) => Object.keys(attributes));
		expect(names.filter((name) => name.startsWith('on'))).toEqual([]);
		if (content.kind !== 'picture') expect(built(content).shown).toContain(HOSTILE);
	});

	it('takes no handler and no style as an attribute, and shows only what is shown', () => {
		expect(() => el('p', { onclick: 'alert(1)' })).toThrow('no attribute for data');
		expect(() => el('p', { style: 'x' })).toThrow('no attribute for data');
		const addresses = ['https://a.cn/', '/__sim/media?id=1', '//a.cn', 'JavaScript:1', ' data:x'];
		expect(addresses.map(safeAddress)).toEqual([
			...addresses.slice(0, 2),
			...Array(3).fill(undefined),
		]);
	});

	it('no file of the page makes markup of a text', () => {
		const files = readdirSync(PAGE).filter((name) => name.endsWith('.ts'));
		const written = files.map((name) => readFileSync(join(PAGE, name), 'utf8')).join('\n');
		expect(files.length).toBeGreaterThan(8);
		expect(written).not.toMatch(
			/innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|\beval\(|new Function|DOMParser/,
		);
		// One place only makes elements.
		expect(written.match(/document\.createElement\(/g)).toHaveLength(1);
		expect(readFileSync(join(PAGE, 'index.html'), 'utf8')).not.toMatch(
			/<script(?! type="module" src="\/__sim\/)|\son\w+=|https?:/,
		);
	});
});

describe('the links of a text message', () => {
	it('knows links, choices and bare addresses, and nothing else', () => {
		const choice = 'weixin://bizmsgmenu?msgmenucontent=怎么报名&msgmenuid=101';
		const text = `点<a href="${choice}">报名</a>或 <a href='https://a.cn/?b=1'>官网</a>，https://c.cn/d。<b>粗</b>`;
		expect(piecesOf(text)).toEqual([
			{ kind: 'words', text: '点' },
			{ kind: 'choice', text: '报名', id: '101', content: '怎么报名' },
			{ kind: 'words', text: '或 ' },
			{ kind: 'link', text: '官网', address: 'https://a.cn/?b=1' },
			{ kind: 'words', text: '，' },
			{ kind: 'link', text: 'https://c.cn/d', address: 'https://c.cn/d' },
			{ kind: 'words', text: '。<b>粗</b>' },
		]);
	});

	it.each([
		['<a '.repeat(330_000)],
		['<a href="'.repeat(110_000)],
		['<a x></a>'.repeat(110_000)],
		[`<a ${' href'.repeat(200_000)}></a>`],
		['https://'.repeat(125_000)],
		['<'.repeat(1_000_000)],
		['&#'.repeat(500_000)],
		['<script>'.repeat(125_000)],
	])('a megabyte takes no time (%#)', (text) => {
		const startedAt = performance.now();
		piecesOf(text);
		paragraphsOf(text);
		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});
});

describe('the texts of the page', () => {
	const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

	it('are there in both languages, with the same values', () => {
		for (const [zh, en] of Object.values(TEXTS)) {
			expect(values(zh)).toEqual(values(en));
			expect(en).not.toMatch(/\p{Script=Han}/u);
			expect(zh).not.toBe('');
		}
		expect(['zh-CN', 'zh-Hant', 'en-GB', 'fr'].map(languageOf)).toEqual([
			'zh-CN',
			'zh-CN',
			'en',
			'en',
		]);
	});

	it('are all used', () => {
		const written = readdirSync(PAGE)
			.filter((name) => name !== 'texts.ts')
			.map((name) => readFileSync(join(PAGE, name), 'utf8'))
			.join('\n');
		const built = /^(way|act|mode|clock|error)\./;
		const spoken = readFileSync(join(PAGE, 'texts.ts'), 'utf8');
		const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
		const isUsed = (key: string) =>
			written.includes(`'${key}'`) || html.includes(`"${key}"`) || spoken.includes(`say('${key}'`);
		expect(Object.keys(TEXTS).filter((key) => !built.test(key) && !isUsed(key))).toEqual([]);
	});

	it('name every error of the simulator that a person can meet', () => {
		const thrown = readdirSync(FOLDER)
			.filter((name) => name.endsWith('.ts'))
			.flatMap((name) => [
				...readFileSync(join(FOLDER, name), 'utf8').matchAll(/Error\(\s*['`]([^'`]+)/g),
			])
			.map(([, message = '']) => message)
			.filter((message) => !message.startsWith('redirect_uri'));
		expect(thrown.length).toBeGreaterThan(5);
		const unknown = thrown.filter(
			(message) => !ERRORS.some(([beginning]) => message.startsWith(beginning)),
		);
		expect(unknown).toEqual([]);
		expect(new Words('zh-CN').error('There is no such article')).toBe('没有这篇文章。');
	});

	it('times are those of Shanghai', () => {
		const words = new Words('en');
		const noon = Date.parse('2030-05-15T12:00:00+08:00');
		expect(words.time(noon, noon)).toBe('12:00');
		expect(words.time(noon - 86_400_000, noon)).toContain('May 14');
		expect([words.took(40), words.took(1_240), words.took(15_400)]).toEqual([
			'0.04 s',
			'1.2 s',
			'15 s',
		]);
	});
});
