/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, writeFileSync } from 'node:fs';
import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { describeMessage } from '../../../nodes/shared/callback/message';
import {
	ANY_KIND,
	COMMON_KINDS,
	KIND_OPTIONS,
} from '../../../nodes/WeChatOfficialAccountTrigger/kinds';
import { MESSAGES } from '../../fixtures/messages';
import { problemsBySchema } from '../../harness/schema';

const PAGE = 'docs/messages.md';

/** Values that read like those of a real account, where the fixtures have short ones. */
const READABLE: Record<string, string> = {
	ToUserName: 'gh_0123456789ab',
	FromUserName: 'oABCD1234efgh5678ijkl9012mnop',
	OpenID: 'oABCD1234efgh5678ijkl9012mnop',
	CreateTime: '1764540000',
	Content: '有什么优惠？',
	MediaId: 'wXVK8oRrQkHhG0fWJ7m2T4s9',
	ThumbMediaId: 'nT5uYb3LqPzD1cAe6Ri8Kx0v',
	PicUrl: 'https://mmbiz.qpic.cn/mmbiz_jpg/example/0',
	Url: 'https://mp.weixin.qq.com/s/example',
	Recognition: '有什么优惠？',
	Ticket: 'gQH47joAAAAAAAAAASxodHRwOi8v',
	TemplateId: 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3',
	CardId: 'pABCD1234efgh5678ijkl9012mnop',
	UserCardCode: '120939284921',
};

function readable(value: unknown, name = ''): unknown {
	if (Array.isArray(value)) return value.map((entry) => readable(entry));
	if (typeof value !== 'object' || value === null) return READABLE[name] ?? value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, readable(entry, key)]),
	);
}

/** What the trigger puts out for a kind. */
function sampleOf(kind: string): IDataObject {
	const samples = MESSAGES.filter(([name]) => name === kind);
	// The voice whose words WeChat has recognized, and otherwise the first.
	const [, fields] = samples.find(([, { Recognition }]) => Recognition !== undefined) ??
		samples[0] ?? [kind, undefined];
	if (!fields) throw new Error(`There is no sample of ${kind}`);
	const receivedAt = 1_764_540_001_000;
	const message = readable(fields) as Parameters<typeof describeMessage>[0];
	const wechat = describeMessage(message, {
		appId: '',
		receivedAt,
		replyBefore: receivedAt + 4_300,
		encrypted: true,
	});
	return { ...message, wechat: omit(wechat, 'appId') };
}

function page(): string {
	const sections = KIND_OPTIONS.filter(({ value }) => value !== ANY_KIND).map(
		({ name, value, description }) =>
			[
				`## ${name}`,
				`\`${value}\`${description ? `: ${description}` : ''}`,
				`\`\`\`json\n${JSON.stringify([sampleOf(String(value))], null, '\t')}\n\`\`\``,
			].join('\n\n'),
	);
	return `${[
		'# Sample messages',
		'What the [WeChat Official Account Trigger](trigger.md) puts out for every kind. To build a workflow without writing to the account: open the trigger, choose _set mock data_ on the right, paste one of these, save. The nodes behind it then run with it as if a follower had written; `wechat.appId` is left out, so that nodes keep their records for the account of their own credential.',
		'The page is made from the tests (`npm run docs`).',
		...sections,
	].join('\n\n')}\n`;
}

it('fault 7.3: docs/messages.md has a sample to pin for every kind of the trigger', () => {
	if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page());
	expect(readFileSync(PAGE, 'utf8')).toBe(page());
});

it('fault 7.3: the editor knows the fields of the usual kinds before anything has arrived', () => {
	// The version of the node, as n8n writes it in the name of the file.
	const schema = 'nodes/WeChatOfficialAccountTrigger/__schema__/v1.1.0.json';
	for (const { value } of COMMON_KINDS) {
		expect(problemsBySchema(schema, sampleOf(String(value)))).toEqual([]);
	}
});

describe('fault 7.4: the kinds in Trigger On', () => {
	const kinds = KIND_OPTIONS.map(({ value }) => String(value));

	it('have a name for every event that WeChat documents, those of cards among them', () => {
		const named = MESSAGES.map(([kind]) => kind).filter((kind) => /card/.test(kind));
		expect(named.length).toBeGreaterThan(10);
		expect(named.filter((kind) => !kinds.includes(kind))).toEqual([]);
		expect(new Set(kinds).size).toBe(kinds.length);
	});

	it('begin with what most workflows begin with', () => {
		expect(kinds.slice(0, 5)).toEqual([
			ANY_KIND,
			'text',
			'event.subscribe',
			'event.CLICK',
			'event.SCAN',
		]);
	});

	it('are called in words in the node panel', () => {
		for (const { value, action } of KIND_OPTIONS) {
			if (value !== ANY_KIND) expect(action).toMatch(/^On [a-z]|^On (QR|WeChat)/);
		}
		expect(new Set(KIND_OPTIONS.map(({ action }) => action)).size).toBe(kinds.length);
	});
});
