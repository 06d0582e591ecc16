/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadPackage } from '../harness/nodeTypes';

interface Entry {
	properties: { name: string; displayName: string; codex: { alias: string[] } };
}

type Search = (text: string, entries: Entry[]) => Array<{ score: number; item: Entry }>;

/** The search of n8n's node panel, of the version that the tests run on. */
const { sublimeSearch } = jest.requireActual<{ sublimeSearch: Search }>(
	require.resolve('@n8n/utils/dist/search/sublime-search', {
		paths: [dirname(require.resolve('n8n-core'))],
	}),
);

/** The entries of the panel: n8n folds a trigger into the node of its name, and its aliases are lost. */
async function entriesOfPanel(): Promise<Entry[]> {
	const { names, nodeTypes } = await loadPackage();
	const entries = names.map((full) => {
		const { name, displayName } = nodeTypes.getByNameAndVersion(full).description;
		const folder = name.charAt(0).toUpperCase() + name.slice(1);
		const codex = JSON.parse(
			readFileSync(join('nodes', folder, `${folder}.node.json`), 'utf8'),
		) as Entry['properties']['codex'];
		return { properties: { name, displayName, codex } };
	});
	const all = new Set(entries.map(({ properties }) => properties.name));
	return entries.filter(
		({ properties: { name } }) =>
			!name.endsWith('Trigger') || !all.has(name.slice(0, -'Trigger'.length)),
	);
}

async function found(text: string): Promise<string[]> {
	const typed = text.toLowerCase().replace('trigger', '').replace('node', '').trim();
	return sublimeSearch(typed, await entriesOfPanel()).map(({ item }) => item.properties.name);
}

const ACTION_AND_TRIGGER = 'weChatOfficialAccount';

describe("fault 7.2: the search of n8n's node panel", () => {
	it.each(['wechat', 'WeChat', 'wechat trigger', 'weixin', '微信', '公众号'])(
		'%s leads to trigger and actions, then to the reply, before the rest',
		async (text) => {
			const all = await found(text);
			expect(all.slice(0, 2)).toEqual([ACTION_AND_TRIGGER, 'weChatReply']);
			expect(all).toHaveLength((await entriesOfPanel()).length);
		},
	);

	it.each([
		...[
			'official account',
			'WeChat Official Account',
			'menu',
			'菜单',
			'broadcast',
			'群发',
			'draft',
			'草稿',
			'publish',
			'发布',
			'follower',
			'粉丝',
			'关注',
			'QR',
			'二维码',
			'tag',
			'标签',
			'template',
			'模板',
			'客服',
			'素材',
		].map((text) => [text, ACTION_AND_TRIGGER]),
		['reply', 'weChatReply'],
		['回复', 'weChatReply'],
		['comment', 'weChatComments'],
		['评论', 'weChatCommentTrigger'],
		['留言', 'weChatCommentTrigger'],
		['keyword', 'weChatKeywordRouter'],
		['关键词', 'weChatKeywordRouter'],
		['自动回复', 'weChatKeywordRouter'],
		['coupon', 'weChatActivity'],
		['优惠券', 'weChatActivity'],
		['抽奖', 'weChatActivity'],
		['签到', 'weChatActivity'],
		['report', 'weChatMetrics'],
		['报表', 'weChatMetrics'],
		['舆情', 'weChatTextInsight'],
		['情感分析', 'weChatTextInsight'],
		['segment', 'weChatSegment'],
		['分群', 'weChatSegment'],
		['推荐', 'weChatRecommend'],
		['SLA', 'weChatSla'],
		['超时', 'weChatSla'],
	])('%s finds %s', async (text, name) => {
		expect((await found(text))[0]).toBe(name);
	});
});
