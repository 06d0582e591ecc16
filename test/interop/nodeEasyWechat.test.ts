import { OfficialAccount, ServerRequest } from 'node-easywechat';
import { bodyOf, serve, type TestServer } from '../harness/server';
import { push } from '../simulator/push';
import { ARTICLE_ID, BROADCAST_ID, MENU, useWorld, type World } from './world';

const OK = { errcode: 0 };
const article = { title: '标题', content: '正文', thumb_media_id: 'cover' };
const comments = { msg_data_id: 2_247_490_098, index: 0 };
const members = { openid_list: ['oB'], tagid: 101 };

/** A call by its path, what it answers, and what is different in the account then. */
type Row = [
	method: 'get' | 'post',
	path: string,
	given: object | undefined,
	answer: object,
	look?: (world: World) => unknown,
	seen?: unknown,
];

const ROWS: Row[] = [
	['get', '/cgi-bin/get_api_domain_ip', undefined, { ip_list: ['203.0.113.10', '203.0.113.11'] }],
	[
		'post',
		'/cgi-bin/openapi/quota/get',
		{ cgi_path: '/cgi-bin/user/get' },
		{ quota: { daily_limit: 500 } },
	],
	[
		'post',
		'/cgi-bin/clear_quota',
		{ appid: 'wx0123456789abcdef' },
		OK,
		({ state }) => state.quotaResets,
		1,
	],
	['post', '/cgi-bin/menu/create', MENU, OK],
	['get', '/cgi-bin/menu/get', undefined, { menu: MENU }],
	['get', '/cgi-bin/menu/delete', undefined, OK, ({ state }) => state.menu, undefined],
	['get', '/cgi-bin/get_current_selfmenu_info', undefined, { selfmenu_info: MENU }],
	['post', '/cgi-bin/tags/create', { tag: { name: '忠实' } }, { tag: { name: '忠实' } }],
	['get', '/cgi-bin/tags/get', undefined, { tags: [{ id: 2 }, { id: 101, count: 1 }] }],
	[
		'post',
		'/cgi-bin/tags/members/batchtagging',
		members,
		OK,
		({ state }) => state.followers.get('oB')?.tagIds,
		[101],
	],
	['get', '/cgi-bin/user/get', undefined, { total: 2, data: { openid: ['oA', 'oB'] } }],
	[
		'post',
		'/cgi-bin/user/info/batchget',
		{ user_list: [{ openid: 'oA' }] },
		{ user_info_list: [{ tagid_list: [101] }] },
	],
	[
		'post',
		'/cgi-bin/tags/members/batchblacklist',
		{ openid_list: ['oB'] },
		OK,
		({ state }) => [...state.blocked],
		['oB'],
	],
	['post', '/cgi-bin/tags/members/getblacklist', {}, { total: 0 }],
	[
		'post',
		'/cgi-bin/message/custom/send',
		{ touser: 'oA', msgtype: 'text', text: { content: '您好' } },
		OK,
		({ state }) => state.followers.get('oA')?.inbox.length,
		1,
	],
	[
		'post',
		'/cgi-bin/message/custom/typing',
		{ touser: 'oA', command: 'Typing' },
		{ errcode: 45080 },
	],
	[
		'post',
		'/cgi-bin/message/template/send',
		{ touser: 'oA', template_id: 'T1', data: { thing1: { value: '书' } } },
		OK,
	],
	[
		'post',
		'/cgi-bin/message/mass/sendall',
		{ filter: { tag_id: 101 }, msgtype: 'text', text: { content: '好' } },
		OK,
		({ state }) => state.followers.get('oA')?.broadcasts.length,
		1,
	],
	['post', '/cgi-bin/message/mass/get', { msg_id: BROADCAST_ID }, { msg_status: 'SEND_SUCCESS' }],
	[
		'post',
		'/cgi-bin/draft/add',
		{ articles: [article, article] },
		{},
		({ state }) => state.drafts.size,
		2,
	],
	['post', '/cgi-bin/draft/get', { media_id: 'draft' }, { news_item: [{ title: '新茶' }] }],
	['post', '/cgi-bin/draft/batchget', { offset: 0, count: 20 }, { total_count: 1 }],
	['get', '/cgi-bin/draft/count', undefined, { total_count: 1 }],
	[
		'post',
		'/cgi-bin/freepublish/submit',
		{ media_id: 'draft' },
		OK,
		({ state }) => state.articles.length,
		2,
	],
	[
		'post',
		'/cgi-bin/freepublish/get',
		{ publish_id: 'publish1' },
		{ publish_status: 0, article_id: ARTICLE_ID },
	],
	[
		'post',
		'/cgi-bin/freepublish/getarticle',
		{ article_id: ARTICLE_ID },
		{ news_item: [{ title: '新茶' }] },
	],
	['post', '/cgi-bin/comment/list', { ...comments, begin: 0, count: 49, type: 0 }, { total: 0 }],
	[
		'post',
		'/cgi-bin/comment/close',
		comments,
		OK,
		({ state }) => state.articles[0]?.isCommentable,
		false,
	],
	[
		'post',
		'/cgi-bin/qrcode/create',
		{ action_name: 'QR_LIMIT_SCENE', action_info: { scene: { scene_id: 1 } } },
		{},
		({ state }) => state.qrCodes.size,
		1,
	],
	[
		'post',
		'/cgi-bin/shorten/gen',
		{ long_data: 'https://example.com' },
		OK,
		({ state }) => state.shortKeys.size,
		1,
	],
	['get', '/cgi-bin/customservice/getkflist', undefined, { kf_list: [{ kf_nick: '安娜' }] }],
	[
		'post',
		'/datacube/getusersummary',
		{ begin_date: '2030-05-08', end_date: '2030-05-14' },
		{ list: Array(7).fill({ new_user: 3 }) },
	],
	[
		'post',
		'/datacube/getusersummary',
		{ begin_date: '2030-05-07', end_date: '2030-05-14' },
		{ errcode: 61501 },
	],
	[
		'post',
		'/datacube/getarticletotaldetail',
		{ begin_date: '2030-05-14', end_date: '2030-05-14' },
		{ is_delay: false, list: [{ title: '新茶' }] },
	],
];

/** node-easywechat gets from the simulator what it would get from WeChat, pushes included. */
describe('fault 5: node-easywechat', () => {
	const world = useWorld();
	let app: OfficialAccount;

	beforeEach(() => {
		const { url, platform } = world.simulator;
		const { appId, appSecret, token, encodingAesKey } = platform.state.account;
		app = new OfficialAccount({
			app_id: appId,
			secret: appSecret,
			token,
			aes_key: encodingAesKey,
			use_stable_access_token: true,
			http: { baseURL: url },
		});
		const kept = new Map<string, unknown>();
		app.setCache({
			get: async (key: string) => await Promise.resolve(kept.get(key)),
			has: async (key: string) => await Promise.resolve(kept.has(key)),
			set: async (key: string, value: unknown) => await Promise.resolve(!!kept.set(key, value)),
			delete: async (key: string) => await Promise.resolve(kept.delete(key)),
		} as never);
	});

	const call = async (method: 'get' | 'post', path: string, json?: object) => {
		const client = app.getClient();
		const response =
			method === 'get' ? await client.get(path) : await client.post(path, { data: json });
		return response.toObject() as Record<string, unknown>;
	};

	it.each(ROWS.map((row) => [row[0], row[1], row] as const))('fault 5: %s %s', async (...row) => {
		const [method, path, given, answer, look, seen] = row[2];
		expect({ errcode: 0, ...(await call(method, path, given)) }).toMatchObject(answer);
		if (look) expect(look(world)).toEqual(seen);
	});

	it('calls the API with one stable token', async () => {
		await call('get', '/cgi-bin/tags/get');
		await call('get', '/cgi-bin/user/get');
		const tokens = world.simulator.platform.journal.filter(({ path }) => /token/.test(path));
		expect(tokens.map(({ path }) => path)).toEqual(['/cgi-bin/stable_token']);
	});

	it('meets the limits of an account that is not verified', async () => {
		world.state.account.isVerified = false;
		expect(await call('get', '/cgi-bin/user/get')).toMatchObject({ errcode: 48001 });
		expect(await call('get', '/cgi-bin/draft/count')).toMatchObject({ total_count: 1 });
	});

	it('makes the signature of a page', async () => {
		const signed = await app.getUtils().buildJsSdkConfig('https://example.com/a');
		expect(signed).toMatchObject({ signature: expect.stringMatching(/^[0-9a-f]{40}$/) as string });
	});

	describe('as a server', () => {
		let server: TestServer;

		beforeEach(async () => {
			server = await serve(async (request, response) => {
				app.setRequest(
					await ServerRequest.createFromIncomingMessage(request, await bodyOf(request)),
				);
				const reply = await app
					.getServer()
					.addMessageListener('text', (message) => `收到：${String(message.Content)}`)
					.serve();
				response.end(reply.getBody());
			});
			world.state.callback.url = server.url;
		});

		afterEach(async () => await server.close());

		it.each(['safe', 'compatible'] as const)(
			'reads and answers pushes in %s mode',
			async (mode) => {
				const message = { FromUserName: 'oA', MsgType: 'text', Content: '你好 <世界> & 我们' };
				const { reading, deliveries } = await push(world.state, message, { mode });
				expect(deliveries.map(({ status }) => status)).toEqual([200]);
				expect(reading).toMatchObject({
					kind: 'reply',
					type: 'text',
					content: { content: '收到：你好 <世界> & 我们' },
				});
			},
		);
	});
});
