import WechatAPI from 'wechat-api';
import { connect, methodOf, play } from './client';
import { SHARED_ROWS, type Row } from './rows';
import { OTHER_MODULES, RETIRED } from './unserved';
import { useWorld, type World } from './world';

const OK = { errcode: 0 };
const menu = { button: [{ type: 'click', name: '苹果', key: 'IOS' }] };
const data = { thing1: { value: '订单' } };
const inbox = ({ state }: World) => state.followers.get('oA')?.inbox.map(({ type }) => type);

/** Messages in the name of a customer service account. */
const fromStaff = (call: string, type: string, ...given: unknown[]): Row => [
	`${call}FromCs`,
	['oA', 'anna@gh1', ...given],
	OK,
	inbox,
	[type],
];

const ROWS: Row[] = [
	...SHARED_ROWS,
	['clearQuota', ['wx0123456789abcdef'], OK, ({ state }) => state.quotaResets, 1],
	['clearQuota', ['wx1'], 40013],
	['addKfAccount', ['bob@gh1', '小波', 'secret'], OK, ({ state }) => state.kfAccounts.size, 2],
	[
		'updateKfAccount',
		['anna@gh1', '小安', 'secret'],
		OK,
		({ state }) => state.kfAccounts.get('anna@gh1')?.nickname,
		'小安',
	],
	[
		'getRecords',
		({ state }) => [
			{ starttime: state.clock.seconds() - 3_600, endtime: state.clock.seconds(), number: 10 },
		],
		{ recordlist: [], number: 0 },
	],
	['closeKfSession', ['anna@gh1', 'oA'], OK],
	['getKfSession', ['oA'], { kf_account: '' }],
	['getKfSessionList', ['anna@gh1'], { sessionlist: [] }],
	['getKfSessionWaitCase', [], { count: 1, waitcaselist: [{ openid: 'oB' }] }],
	// The old name of the tag, which the platform does not know any more.
	['massSendText', ['会员好', 101], 40152],
	[
		'createCustomMenu',
		[{ ...menu, matchrule: { tag_id: '101' } }],
		{},
		({ state }) => state.conditionalMenus.length,
		2,
	],
	['removeCustomMenu', ['400000001'], OK, ({ state }) => state.conditionalMenus.length, 0],
	['testCustomMenu', ['oA'], { button: [{ name: '会员' }] }],
	fromStaff('sendText', 'text', '您好'),
	fromStaff('sendImage', 'image', 'm1'),
	fromStaff('sendVoice', 'voice', 'm1'),
	fromStaff('sendVideo', 'video', 'm1', 't1'),
	fromStaff('sendMusic', 'music', { musicurl: 'https://e.cn/a.mp3', thumb_media_id: 't1' }),
	fromStaff('sendNews', 'news', [{ title: '新品', url: 'https://e.cn' }]),
	['sendCard', ['oA', { card_id: 'c1' }], OK, inbox, ['wxcard']],
	fromStaff('sendCard', 'wxcard', { card_id: 'c1' }),
	['sendMpNewsFromCs', ['oA', 'anna@gh1', 'draft'], 40008],
	[
		'sendTemplate',
		['oA', 'T1', 'https://e.cn', data],
		{ msgid: expect.any(Number) as number },
		inbox,
		['通知'],
	],
	['createTag', ['忠实'], { tag: { name: '忠实' } }, ({ state }) => state.tags.size, 3],
	['editTag', [101, '忠实'], OK, ({ state }) => state.tags.get(101)?.name, '忠实'],
	['getTagUsers', [101, ''], { count: 1, data: { openid: ['oA'] } }],
	[
		'membersBatchtagging',
		[101, ['oB']],
		OK,
		({ state }) => state.followers.get('oB')?.tagIds,
		[101],
	],
	[
		'membersBatchuntagging',
		[101, ['oA']],
		OK,
		({ state }) => state.followers.get('oA')?.tagIds,
		[],
	],
	['getUserTags', ['oA'], { tagid_list: [101] }],
];

/** No calls of WeChat's: they keep tokens and tickets, and hand streams of other requests on. */
const HELPERS = [
	'setEndpoint',
	'setOpts',
	'request',
	'preRequest',
	'getAccessToken',
	'getLatestToken',
	'registerTicketHandle',
	'showQRCodeURL',
];

const callsOf = (module: string): string[] =>
	Object.keys(jest.requireActual<object>(`wechat-api/lib/api_${module}`));

describe('fault 5: wechat-api', () => {
	const world = useWorld();
	let api: object;

	beforeEach(() => {
		api = connect(WechatAPI, world);
	});

	/** A call with a callback as a promise. */
	const call = async (name: string, given: unknown[]) =>
		await new Promise((resolve, reject) => {
			methodOf(api, name)(...given, (error: Error | null, answer: unknown) =>
				error ? reject(error) : resolve(answer),
			);
		});

	it.each(ROWS.map((row) => [row[0], row]))('fault 5: %s', async (_name, row) => {
		await play(world, call, row);
	});

	it('fault 5: every call it offers is in this list, or not of this platform', () => {
		const known = new Set([
			...ROWS.map(([name]) => name),
			...OTHER_MODULES.flatMap(callsOf),
			...RETIRED,
			...HELPERS,
		]);
		const offered = Object.keys(WechatAPI.prototype as object).filter(
			(name) => !name.startsWith('_') && !name.endsWith('Stream'),
		);
		expect(offered.filter((name) => !known.has(name))).toEqual([]);
	});
});
