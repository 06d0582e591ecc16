/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OfficialAccount, ServerRequest } from 'node-easywechat';
import { useAccount } from '../harness/account';
import { push } from '../simulator/push';

const HOUR = 3_600_000;

/** node-easywechat gets from the simulator what it would get from WeChat, pushes included. */
describe('node-easywechat', () => {
	const account = useAccount();
	let app: OfficialAccount;

	beforeEach(() => {
		const { url, platform } = account.simulator;
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
		account.state.allow(account.state.addFollower('oA'), 5, HOUR);
	});

	const call = async (method: 'get' | 'post', path: string, json?: object) => {
		const client = app.getClient();
		const response =
			method === 'get' ? await client.get(path) : await client.post(path, { data: json });
		return response.toObject() as Record<string, unknown>;
	};

	it('calls the API with one stable token', async () => {
		const tag = await call('post', '/cgi-bin/tags/create', { tag: { name: '活跃' } });
		expect(tag).toMatchObject({ tag: { name: '活跃' } });
		expect(await call('get', '/cgi-bin/user/get')).toMatchObject({ total: 1 });
		const text = { touser: 'oA', msgtype: 'text', text: { content: '您好' } };
		expect(await call('post', '/cgi-bin/message/custom/send', text)).toMatchObject({ errcode: 0 });
		const tokens = account.simulator.platform.journal.filter(({ path }) => /token/.test(path));
		expect(tokens.map(({ path }) => path)).toEqual(['/cgi-bin/stable_token']);
	});

	it('tags, moderates, publishes and counts', async () => {
		const { tag } = (await call('post', '/cgi-bin/tags/create', { tag: { name: '忠实' } })) as {
			tag: { id: number };
		};
		const members = { openid_list: ['oA'], tagid: tag.id };
		expect(await call('post', '/cgi-bin/tags/members/batchtagging', members)).toMatchObject({
			errcode: 0,
		});
		const list = { user_list: [{ openid: 'oA' }] };
		expect(await call('post', '/cgi-bin/user/info/batchget', list)).toMatchObject({
			user_info_list: [{ openid: 'oA', tagid_list: [tag.id] }],
		});
		account.state.materials.set('cover', {
			type: 'image',
			contentType: 'image/png',
			data: Buffer.from('x'),
			name: 'a.png',
			updatedAt: 1,
		});
		const article = { title: '标题', content: '正文', thumb_media_id: 'cover' };
		const draft = await call('post', '/cgi-bin/draft/add', { articles: [article] });
		expect(await call('post', '/cgi-bin/draft/get', draft)).toMatchObject({
			news_item: [{ title: '标题' }],
		});
		const { publish_id } = await call('post', '/cgi-bin/freepublish/submit', draft);
		expect(await call('post', '/cgi-bin/freepublish/get', { publish_id })).toMatchObject({
			publish_status: 0,
		});
		const none = { msg_data_id: 1, begin: 0, count: 49, type: 0 };
		expect(await call('post', '/cgi-bin/comment/list', none)).toMatchObject({ errcode: 88001 });
		const day = account.state.clock.daysAgo(1);
		const span = { begin_date: day, end_date: day };
		expect(await call('post', '/datacube/getusersummary', span)).toHaveProperty('list');
		expect(await call('get', '/cgi-bin/menu/get')).toMatchObject({ errcode: 46003 });
	});

	it('meets the limits of an account that is not verified', async () => {
		account.state.account.isVerified = false;
		expect(await call('get', '/cgi-bin/user/get')).toMatchObject({ errcode: 48001 });
		expect(await call('get', '/cgi-bin/draft/count')).toMatchObject({ total_count: 0 });
	});

	it('makes the signature of a page', async () => {
		const signed = await app.getUtils().buildJsSdkConfig('https://example.com/a');
		expect(signed).toMatchObject({ signature: expect.stringMatching(/^[0-9a-f]{40}$/) as string });
	});

	describe('as a server', () => {
		let server: Server;

		beforeEach(async () => {
			server = createServer((request, response) => {
				const chunks: Buffer[] = [];
				request.on('data', (chunk: Buffer) => chunks.push(chunk));
				request.on('end', () => {
					const answer = async () => {
						const body = Buffer.concat(chunks).toString();
						app.setRequest(await ServerRequest.createFromIncomingMessage(request, body));
						const reply = await app
							.getServer()
							.addMessageListener('text', (message) => `收到：${String(message.Content)}`)
							.serve();
						response.end(reply.getBody());
					};
					answer().catch((error: unknown) => {
						response.statusCode = 500;
						response.end(String(error));
					});
				});
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			const { port } = server.address() as AddressInfo;
			account.state.callback.url = `http://127.0.0.1:${port}/`;
		});

		afterEach(async () => {
			await new Promise<void>((resolve) => server.close(() => resolve()));
		});

		it.each(['safe', 'compatible'] as const)(
			'reads and answers pushes in %s mode',
			async (mode) => {
				const message = { FromUserName: 'oA', MsgType: 'text', Content: '你好 <世界> & 我们' };
				const { reading, deliveries } = await push(account.state, message, { mode });
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
