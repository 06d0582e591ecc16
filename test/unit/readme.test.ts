/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Access } from '../../nodes/WeChatOfficialAccount/actions/operation';
import { resources } from '../../nodes/WeChatOfficialAccount/actions/registry';

const read = (page: string) => readFileSync(page, 'utf8');
const PAGES = ['README.md', 'README.zh-CN.md'] as const;

describe.each(PAGES)('%s', (page) => {
	it("correction 1: names the console's new place for everything, and the old one", () => {
		for (const word of [
			'developers.weixin.qq.com/platform',
			'微信开发者平台',
			'我的业务',
			'基础信息',
			'开发密钥',
			'IP 白名单',
			'服务器配置',
			'域名与消息推送配置',
			'开放能力',
			'设置与开发',
		]) {
			expect(read(page)).toContain(word);
		}
	});

	it('correction 17: says what enabling the server configuration switches off, before the steps', () => {
		const text = read(page);
		const warning = text.indexOf('\n> ');
		expect(text.slice(warning, text.indexOf('\n1. '))).toMatch(/自动回复[^]*自定义菜单/);
		expect(text.indexOf('\n1. ')).toBeGreaterThan(warning);
	});

	it('leads to files that are there, and to every workflow to begin with', () => {
		const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => link);
		expect(links.filter((link) => !existsSync(link))).toEqual([]);
		const small = readdirSync('workflows').filter((file) => /^\D.*\.json$/.test(file));
		expect(small.filter((file) => !links.includes(`workflows/${file}`))).toEqual([]);
	});

	it('chooses safe mode', () => {
		expect(read(page)).toMatch(/\*\*(safe mode|安全模式)\*\*/);
	});
});

/** A row of the table by an operation of each thing that it names. */
const ROWS: Array<[row: number, ...operations: Array<[resource: string, operation: string]>]> = [
	[
		1,
		['draft', 'create'],
		['media', 'uploadPermanent'],
		['jsSdk', 'signUrl'],
		['language', 'translate'],
	],
	[2, ['publish', 'submit'], ['menu', 'create'], ['statistics', 'getFollowers']],
	[3, ['customerServiceMessage', 'sendText'], ['customerService', 'createSession']],
	[4, ['user', 'get'], ['user', 'setRemark'], ['tag', 'tagUsers'], ['user', 'block']],
	[5, ['comment', 'reply']],
	[6, ['broadcast', 'send'], ['subscriptionNotice', 'sendOneTime'], ['image', 'recognizeText']],
	[8, ['templateMessage', 'send'], ['subscriptionNotice', 'send']],
	[9, ['qrCode', 'create'], ['shortLink', 'create'], ['webAuthorization', 'buildLink']],
];

/** Columns with a tick. */
const TICKS: Record<Access, number> = { all: 3, verified: 2, service: 1 };

describe.each(PAGES)('the table of accounts in %s', (page) => {
	const table = read(page).split(/## (?:Which account may do what|哪种账号能做什么)/)[1] ?? '';
	const rows = [...table.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) => row).slice(2);

	it('correction 8: says that verified means certified as an enterprise', () => {
		expect(table.slice(0, table.indexOf('|'))).toContain('仅认证');
		expect(table.slice(0, table.indexOf('|'))).toContain('企业认证');
	});

	it.each(ROWS)('line %i agrees with the operations', (row, ...operations) => {
		const ticks = rows[row]?.match(/✔/g)?.length;
		for (const [resource, operation] of operations) {
			const group = resources.find(({ option }) => option.value === resource);
			const found = group?.operations.find(({ option }) => option.value === operation);
			const access = found?.access ?? group?.access;
			expect(found && access && [operation, TICKS[access]]).toEqual([operation, ticks]);
		}
	});
});
