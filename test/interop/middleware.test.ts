/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage } from 'node:http';
import coWechat, { type Context } from 'co-wechat';
import wechat, { type Asked } from 'wechat';
import { serve, type TestServer } from '../harness/server';
import type { Json } from '../simulator/check';
import { push, verifyUrl } from '../simulator/push';
import { useWorld } from './world';

const MODES = ['plain', 'compatible', 'safe'] as const;

/** What is pushed, and what of it a server has to understand. */
const PUSHES: Array<[what: string, fields: Json]> = [
	['text', { MsgType: 'text', Content: '你好 <世界> & ]]> 我们' }],
	['image', { MsgType: 'image', PicUrl: 'https://e.cn/a.png', MediaId: 'm1' }],
	['voice', { MsgType: 'voice', MediaId: 'm1', Format: 'amr', Recognition: '你好。' }],
	['video', { MsgType: 'video', MediaId: 'm1', ThumbMediaId: 't1' }],
	[
		'location',
		{ MsgType: 'location', Location_X: '23.1', Location_Y: '113.3', Scale: '20', Label: '广州' },
	],
	['link', { MsgType: 'link', Title: '新茶', Description: '明前', Url: 'https://e.cn/?a=1&b=2' }],
	[
		'a follow by QR code',
		{ MsgType: 'event', Event: 'subscribe', EventKey: 'qrscene_7', Ticket: 'T' },
	],
	['a scan', { MsgType: 'event', Event: 'SCAN', EventKey: '7', Ticket: 'T' }],
	['a click', { MsgType: 'event', Event: 'CLICK', EventKey: 'SALE' }],
	['a visit', { MsgType: 'event', Event: 'VIEW', EventKey: 'https://e.cn', MenuId: '400000001' }],
	[
		'a report',
		{ MsgType: 'event', Event: 'TEMPLATESENDJOBFINISH', MsgID: '200163836', Status: 'success' },
	],
];

const news = [
	{ title: '新茶', description: '明前', picurl: 'https://e.cn/a.png', url: 'https://e.cn' },
];

/** What a server answers with, in the form of both packages, and what the follower gets. */
const REPLIES: Array<[what: string, answer: unknown, reading: Json]> = [
	['text', '收到 <好> & ]]', { type: 'text', content: { content: '收到 <好> & ]]' } }],
	['news', news, { type: 'news', content: { articles: [{ Title: '新茶', Url: 'https://e.cn' }] } }],
	[
		'image',
		{ type: 'image', content: { mediaId: 'm1' } },
		{ type: 'image', content: { mediaId: 'm1' } },
	],
	[
		'voice',
		{ type: 'voice', content: { mediaId: 'm1' } },
		{ type: 'voice', content: { mediaId: 'm1' } },
	],
	[
		'video',
		{ type: 'video', content: { mediaId: 'm1', title: '片', description: '介' } },
		{ type: 'video', content: { mediaId: 'm1' } },
	],
];

interface Middleware {
	/** What the server has understood last. */
	heard: Record<string, unknown>;
	answer: unknown;
	open(keys: WechatConfig): Promise<TestServer>;
}

const queryOf = ({ url }: IncomingMessage) =>
	Object.fromEntries(new URL(url ?? '/', 'http://localhost').searchParams);

const isHandOver = (answer: unknown): answer is { type: string; kfAccount?: string } =>
	typeof answer === 'object' &&
	answer !== null &&
	Reflect.get(answer, 'type') === 'customerService';

/** `wechat`, as it is put into an Express or Connect server. */
const express: Middleware = {
	heard: {},
	answer: '',
	async open(keys) {
		const middleware = wechat(keys, (request, response) => {
			this.heard = request.weixin;
			const { answer } = this;
			if (isHandOver(answer)) response.transfer2CustomerService(answer.kfAccount);
			else response.reply(answer);
		});
		return await serve(async (request, response) => {
			const asked = Object.assign(request, { query: queryOf(request) }) as Asked;
			await new Promise<void>((resolve, reject) => {
				response.on('finish', resolve);
				middleware(asked, response, (error) => reject(error ?? new Error('nobody answered')));
			});
		});
	},
};

/** `co-wechat`, as it is put into a Koa server. */
const koa: Middleware = {
	heard: {},
	answer: '',
	async open(keys) {
		const middleware = coWechat(keys).middleware(async (message) => {
			this.heard = message;
			return await Promise.resolve(this.answer);
		});
		return await serve(async (request, response) => {
			const { method } = request;
			const context: Context = {
				method,
				query: queryOf(request),
				req: request,
				request: {},
				status: 200,
				body: '',
				type: '',
			};
			await middleware(context);
			response.statusCode = context.status;
			response.end(context.body);
		});
	},
};

describe.each([
	['wechat', express],
	['co-wechat', koa],
])('fault 5: a server with the %s middleware', (_name, middleware) => {
	const world = useWorld();
	let server: TestServer;

	beforeEach(async () => {
		const { appId: appid, token, encodingAesKey: encodingAESKey } = world.state.account;
		server = await middleware.open({ appid, token, encodingAESKey });
		world.state.callback.url = server.url;
		middleware.answer = '';
	});
	afterEach(async () => await server.close());

	describe.each(MODES)('in %s mode', (mode) => {
		const send = async (fields: Json) =>
			await push(world.state, { FromUserName: 'oA', ...fields }, { mode });

		it.each(PUSHES)('fault 5: understands %s', async (_what, fields) => {
			const { deliveries, reading } = await send(fields);
			expect(deliveries.map(({ status }) => status)).toEqual([200]);
			expect(reading).toEqual({ kind: 'acknowledged' });
			expect(middleware.heard).toMatchObject({ FromUserName: 'oA', ...fields });
		});

		it.each(REPLIES)('fault 5: answers with %s', async (_what, answer, expected) => {
			middleware.answer = answer;
			const { reading } = await send({ MsgType: 'text', Content: '你好' });
			expect(reading).toMatchObject({ kind: 'reply', isEncrypted: mode !== 'plain', ...expected });
			expect(world.state.followers.get('oA')?.inbox).toMatchObject([
				{ via: 'passive', ...expected },
			]);
		});

		it('fault 5: hands over to customer service, and messages go there', async () => {
			middleware.answer = { type: 'customerService', kfAccount: 'anna@gh1' };
			const { reading } = await send({ MsgType: 'text', Content: '人工' });
			expect(reading).toEqual({ kind: 'handedOver', account: 'anna@gh1' });
			const next = await send({ MsgType: 'text', Content: '在吗' });
			expect(next.reading).toMatchObject({ kind: 'toCustomerService' });
		});
	});

	it('fault 5: is verified as the console does it, and refuses a forged push', async () => {
		expect(await verifyUrl(world.state)).toMatchObject({ status: 200, body: 'verified' });
		const message = { FromUserName: 'oA', MsgType: 'text', Content: '你好' };
		const forged = { isForged: true, signature: '0'.repeat(40) };
		for (const mode of MODES) {
			const { deliveries } = await push(world.state, message, { ...forged, mode });
			expect(deliveries.map(({ status }) => status)).toEqual([401]);
		}
	});
});

describe('fault 5: a reply with music', () => {
	const world = useWorld();

	it.each([
		['wechat', express, 'reply'],
		// It leaves out the thumbnail, which WeChat requires.
		['co-wechat', koa, 'invalid'],
	])('fault 5: of %s', async (_name, middleware, kind) => {
		const { appId: appid, token, encodingAesKey: encodingAESKey } = world.state.account;
		const server = await middleware.open({ appid, token, encodingAESKey });
		world.state.callback.url = server.url;
		const content = {
			title: '歌',
			description: '词',
			musicUrl: 'https://e.cn/a.mp3',
			thumbMediaId: 't1',
		};
		middleware.answer = { type: 'music', content };
		const message = { FromUserName: 'oA', MsgType: 'text', Content: '歌' };
		expect((await push(world.state, message)).reading).toMatchObject({ kind });
		await server.close();
	});
});
