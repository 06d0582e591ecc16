/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { STARTER } from '../../../scripts/canvases';
import { fileOf } from '../../../scripts/canvases/files';
import { webhookIdOf } from '../../../scripts/canvases/lib/canvas';
import { State } from '../../simulator/state';
import { TEXTS } from '../../simulator/phone/page/texts';

const GUIDES = [
	['docs/start.md', 'en'],
	['docs/zh-CN/start.md', 'zh'],
] as const;

/** What a reader of the guide looks for on the phone's page. */
const ON_THE_PHONE = [
	'connect.url',
	'connect.saved',
	'nobody',
	'people.new',
	'follow',
	'way.passive',
] as const;

describe.each(GUIDES)('%s', (page, language) => {
	const text = readFileSync(page, 'utf8');

	it('leads to the workflow, and knows its address and its first node', () => {
		expect(text).toContain(`workflows/${fileOf(STARTER, language)})`);
		expect(text).toContain(`/webhook/${webhookIdOf(STARTER, 'message')}/wechat`);
		expect(text).toContain(`**${STARTER.nodes.message?.name[language]}**`);
	});

	it('gives the keys of the simulated account', () => {
		const { appId, appSecret, token, encodingAesKey } = new State().account;
		for (const key of [appId, appSecret, token, encodingAesKey]) {
			expect(text).toContain(`\`${key}\``);
		}
	});

	it("speaks the words of the phone's page", () => {
		const words = ON_THE_PHONE.map((key) => TEXTS[key][language === 'zh' ? 0 : 1]);
		expect(words.filter((word) => !text.includes(`**${word}**`))).toEqual([]);
	});
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (page) => {
	const text = readFileSync(page, 'utf8');
	const pictures = [
		...text.matchAll(
			/<img src="https:\/\/raw\.githubusercontent\.com\/[\w-]+\/[\w-]+\/main\/([^"]+)"/g,
		),
	].map(([, file = '']) => file);

	it('leads to the guide before anything else', () => {
		expect(/\]\(([^)]+)\)/.exec(text.slice(text.indexOf('**[')))?.[1]).toMatch(/start\.md$/);
	});

	it('shows a canvas and a phone, by addresses that hold outside of the repository, 100 KB at most each', () => {
		expect(pictures).toHaveLength(2);
		for (const file of pictures) {
			expect(existsSync(file)).toBe(true);
			expect(statSync(file).size).toBeLessThanOrEqual(100 * 1_024);
		}
		expect(text).not.toMatch(/!\[[^\]]*\]\((?!https:)/);
	});
});
