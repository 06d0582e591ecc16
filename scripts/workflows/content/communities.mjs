/** Polls. `mode`: `once` (the first vote counts), `change` (the last one), `daily`. */
export const polls = [
	{
		key: 'next-tea',
		question: '下个月的品鉴会，您最想喝哪一款？',
		choices: '明前龙井\n高山白茶\n老班章普洱\n茉莉花茶',
		startsAt: '2026-01-01T00:00:00+08:00',
		mode: 'once',
		hidesResults: false,
		isActive: true,
	},
];

const SHOP = 'https://shop.example.com';

/**
 * Groups. The picture of a group's own code is valid for seven days and 200 people (WeChat); upload it as
 * permanent material, enter its media ID and the day it ends. A link of WeCom does not expire.
 */
export const groups = [
	{
		key: 'tea-1',
		name: '山野茶友一群',
		scene: 'group:tea-1',
		capacity: 200,
		joined: 0,
		mediaId: '',
		link: `${SHOP}/groups/tea-1`,
		tag: '茶友群',
		priority: 20,
		isActive: true,
	},
	{
		key: 'tea-2',
		name: '山野茶友二群',
		scene: 'group:tea-2',
		capacity: 200,
		joined: 0,
		mediaId: '',
		link: `${SHOP}/groups/tea-2`,
		tag: '茶友群',
		priority: 10,
		isActive: true,
	},
];

/** `sendOn` is a day as 2026-11-24; left empty, the content goes to everybody once, for instance to newcomers. */
export const groupContents = [
	{
		key: 'welcome-guide',
		layer: 'new',
		sendOn: '',
		text: '欢迎来到茶友群！三件小事：\n① 每周三晚 8 点有茶课；\n② 回复“签到”领积分，连续 7 天送茶样；\n③ 泡茶有疑问，随时在群里问。',
		isActive: true,
	},
	{
		key: 'active-preview',
		layer: 'active',
		sendOn: '2026-12-03',
		text: '老茶友专享：本周三茶课讲“白茶怎么存”，提前一天看提纲。回复“投稿：您的存茶经验”，入选有积分。',
		isActive: true,
	},
	{
		key: 'silent-hello',
		layer: 'silent',
		sendOn: '2026-12-03',
		text: '好久不见！这周的茶课回放整理好了，回复“茶课”就能看。想让我们多讲点什么？直接回复即可。',
		isActive: true,
	},
];
