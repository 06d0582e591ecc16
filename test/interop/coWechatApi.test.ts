import WechatAPI from 'co-wechat-api';
import { connect, methodOf, play } from './client';
import { SHARED_ROWS, type Row } from './rows';
import { OTHER_MODULES, RETIRED } from './unserved';
import { useWorld, type World } from './world';

const OK = { errcode: 0 };
const tagsOf = (openId: string) => (world: World) => world.state.followers.get(openId)?.tagIds;
const mediaType = (type: string) => ({ type });
const menu = { button: [{ type: 'click', name: '苹果', key: 'IOS' }] };
const data = { thing1: { value: '订单' } };

const ROWS: Row[] = [
	...SHARED_ROWS,
	['addKfAccount', ['bob@gh1', '小波'], OK, ({ state }) => state.kfAccounts.size, 2],
	['addKfAccount', ['bob', '小波'], 65401],
	[
		'updateKfAccount',
		['anna@gh1', '小安'],
		OK,
		({ state }) => state.kfAccounts.get('anna@gh1')?.nickname,
		'小安',
	],
	['inviteworker', ['anna@gh1', 'anna_wx'], OK],
	['ensureTicket', ['wx_card'], { ticket: 'jsapi_ticket_1' }],
	[
		'massSendText',
		['会员好', 101, 'once'],
		OK,
		({ state }) => state.followers.get('oA')?.broadcasts.length,
		1,
	],
	['uploadImageMedia', ({ file }) => [file('cover.png')], mediaType('image')],
	['uploadVoiceMedia', ({ file }) => [file('voice.mp3')], mediaType('voice')],
	['uploadVideoMedia', ({ file }) => [file('film.mp4')], mediaType('video')],
	['uploadThumbMedia', ({ file }) => [file('thumb.jpg')], mediaType('thumb')],
	[
		'addConditionalMenu',
		[{ ...menu, matchrule: { tag_id: '101' } }],
		{ menuid: expect.any(String) as string },
		({ state }) => state.conditionalMenus.length,
		2,
	],
	['addConditionalMenu', [{ ...menu, matchrule: {} }], 65304],
	['delConditionalMenu', ['400000001'], OK, ({ state }) => state.conditionalMenus.length, 0],
	['delConditionalMenu', ['7'], 65301],
	['tryConditionalMenu', ['oA'], { button: [{ name: '会员' }] }],
	['tryConditionalMenu', ['oB'], { button: [{ name: '优惠' }] }],
	[
		'sendCard',
		['oA', 'c1'],
		OK,
		({ state }) => state.followers.get('oA')?.inbox[0]?.content,
		{ card_id: 'c1' },
	],
	[
		'sendMiniProgram',
		['oA', { title: '商城', appid: 'wx1', pagepath: 'pages/a', thumb_media_id: 't1' }],
		OK,
		({ state }) => state.followers.get('oA')?.inbox[0]?.type,
		'miniprogrampage',
	],
	['getAutoreply', [], { is_autoreply_open: 1, add_friend_autoreply_info: { type: 'text' } }],
	['createTmpQRCode', ['store-12', 600], { expire_seconds: 600 }],
	['createLimitQRCode', ['store-12'], { ticket: expect.any(String) as string }],
	[
		'sendTemplate',
		['oA', 'T1', 'https://e.cn', '#FF0000', data],
		{ msgid: expect.anything() as unknown },
		({ state }) => state.followers.get('oA')?.inbox[0]?.content,
		data,
	],
	['sendTemplate', ['oA', 'T1', '', '', { thing1: { value: '长'.repeat(21) } }], 47003],
	[
		'sendSubscribe',
		['oA', 'T9', 'https://e.cn', undefined, '7', '到货', { content: { value: '到了' } }],
		OK,
	],
	['createTags', ['忠实'], { tag: { name: '忠实' } }, ({ state }) => state.tags.size, 3],
	['createTags', ['长'.repeat(31)], 45158],
	['updateTag', [101, '忠实'], OK, ({ state }) => state.tags.get(101)?.name, '忠实'],
	['getUsersFromTag', [101], { count: 1, data: { openid: ['oA'] } }],
	['batchTagging', [['oB'], 101], OK, tagsOf('oB'), [101]],
	['batchTagging', [['oB'], 7], 45159],
	['batchUnTagging', [['oA'], 101], OK, tagsOf('oA'), []],
	['getIdList', ['oA'], { tagid_list: [101] }],
];

/** Of mini programs, or under a path that WeChat has given up. */
const OTHERS = ['code2Session', 'sendMiniProgramTemplate', 'sendSubscribeMessage', 'getRecords'];
/** No calls: they keep tickets and make addresses. */
const HELPERS = ['registerTicketHandle', 'showQRCodeURL'];

const callsOf = (module: string): string[] =>
	Object.keys(jest.requireActual<object>(`co-wechat-api/lib/api_${module}`));

describe('fault 5: co-wechat-api', () => {
	const world = useWorld();
	let api: object;

	beforeEach(() => {
		api = connect(WechatAPI, world);
	});

	const call = async (name: string, given: unknown[]) => await methodOf(api, name)(...given);

	it.each(ROWS.map((row) => [row[0], row]))('fault 5: %s', async (_name, row) => {
		await play(world, call, row);
	});

	it('fault 5: every call it offers is in this list, or not of this platform', () => {
		const others = [...OTHER_MODULES, 'wxacode'].flatMap(callsOf);
		const known = new Set([
			...ROWS.map(([name]) => name),
			...others,
			...RETIRED,
			...OTHERS,
			...HELPERS,
		]);
		expect(Object.keys(WechatAPI.prototype as object).filter((name) => !known.has(name))).toEqual(
			[],
		);
	});

	it('fault 5: a broadcast with a client ID is sent once', async () => {
		const first = await call('massSendText', ['大家好', true, 'once']);
		await expect(call('massSendText', ['大家好', true, 'once'])).rejects.toMatchObject({
			code: 45065,
		});
		expect([...world.state.broadcasts.keys()]).toContain(
			Number((first as { msg_id: number }).msg_id),
		);
	});

	it('fault 5: 10,002 followers come in two pages', async () => {
		for (let number = 0; number < 10_000; number++) world.state.addFollower(`o${number}`);
		const { next_openid: next } = (await call('getFollowers', [])) as { next_openid: string };
		expect(await call('getFollowers', [next])).toMatchObject({ total: 10_002, count: 2 });
	});

	it('fault 5: a token that was revoked is renewed by the client', async () => {
		await call('getTags', []);
		for (const token of world.state.tokens) token.isRevoked = true;
		expect(await call('getIdList', ['oA'])).toMatchObject({ tagid_list: [101] });
	});
});
