/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useAccount } from '../harness/account';
import { keysFor, testCredentials, type NodeSpec } from '../harness/engine';
import { hostFlow, loadOptionsContext, type HostedFlow } from '../harness/triggers';
import { push, verifyUrl, type PushOptions } from '../simulator/push';

const TEXT = { FromUserName: 'oA', MsgType: 'text', Content: '你好' };
const ADDRESS = '<ToUserName>oA</ToUserName><FromUserName>gh_0123456789ab</FromUserName>';
const replyXml = (text: string) =>
	`<xml>${ADDRESS}<CreateTime>1</CreateTime><MsgType>text</MsgType><Content>${text}</Content></xml>`;

interface Received {
	url: string;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

/** A server somewhere else that answers what a test wants. */
interface Elsewhere {
	url: string;
	received: Received[];
}

describe('a trigger that forwards', () => {
	const account = useAccount();
	const flows: HostedFlow[] = [];
	const servers: Server[] = [];
	let warnings: string[] = [];
	let flowCount = 0;

	const host = async (
		parameters: object,
		{ text, isEncrypted = false }: { text?: string; isEncrypted?: boolean } = {},
	) => {
		flowCount += 1;
		const specs: NodeSpec[] = [
			{
				name: 'Trigger',
				id: `trigger-${flowCount}`,
				type: 'weChatOfficialAccountTrigger',
				parameters: parameters as NodeSpec['parameters'],
			},
		];
		if (text) {
			specs.push({ name: 'Reply', type: 'weChatReply', parameters: { replyType: 'text', text } });
		}
		const keys = keysFor(account.simulator.url, account.state.account, isEncrypted);
		const flow = await hostFlow(specs, await testCredentials(keys));
		flows.push(flow);
		return flow;
	};

	const hub = async (
		targets: Array<
			string | { to: string; name: string; kinds?: string[]; text?: string; isLast?: boolean }
		>,
		parameters: { options?: object; [name: string]: unknown } = {},
		details: { text?: string; isEncrypted?: boolean } = {},
	) => {
		const rows = targets.map((target) => (typeof target === 'string' ? { to: target } : target));
		const options = { ...parameters.options, forwardTo: { target: rows } };
		const flow = await host({ ...parameters, options }, details);
		account.state.callback.url = flow.url;
		return flow;
	};

	const elsewhere = async (
		answer: { status?: number; body?: string; afterMs?: number; location?: string } = {},
	): Promise<Elsewhere> => {
		const { status = 200, body = 'success', afterMs = 0, location } = answer;
		const received: Received[] = [];
		const server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const { url = '', headers } = request;
				received.push({ url, headers, body: Buffer.concat(chunks) });
				setTimeout(() => {
					response.writeHead(status, location ? { location } : {});
					response.end(body);
				}, afterMs);
			});
		});
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		return { url: `http://127.0.0.1:${port}/webhook/other/wechat`, received };
	};

	/** An address from which everything goes on to another one, after a while. */
	const delayed = async (to: string, afterMs: number): Promise<string> => {
		const server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const { url = '', headers } = request;
				const passOn = async () => {
					const answer = await fetch(`${to}${url.slice(url.indexOf('?'))}`, {
						method: 'POST',
						headers: {
							'content-type': String(headers['content-type']),
							'x-wechat-forwarded': String(headers['x-wechat-forwarded']),
						},
						body: Buffer.concat(chunks),
					});
					const replied = answer.headers.get('x-wechat-replied');
					response.writeHead(200, replied ? { 'x-wechat-replied': replied } : {});
					response.end(await answer.text());
				};
				setTimeout(() => void passOn(), afterMs);
			});
		});
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		return `http://127.0.0.1:${port}/webhook/slow/wechat`;
	};

	const send = async (fields: object = TEXT, options?: PushOptions) =>
		await push(account.state, fields as never, options);

	beforeEach(async () => {
		warnings = [];
		const spec = { name: 'Any', type: 'weChatOfficialAccountTrigger' };
		// All contexts of n8n share one logger.
		const { logger } = await loadOptionsContext(spec, account.credentials);
		jest.spyOn(logger, 'warn').mockImplementation((message) => {
			warnings.push(message);
		});
	});

	afterEach(async () => {
		for (const flow of flows.splice(0)) {
			await flow.settled();
			await flow.close();
		}
		for (const server of servers.splice(0)) {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		}
		jest.restoreAllMocks();
	});

	it('calls a target only for the kinds and texts that it is told of', async () => {
		const [texts, pictures, all] = [await elsewhere(), await elsewhere(), await elsewhere()];
		await hub([
			{ to: texts.url, name: 'Texts', kinds: ['text'], text: '^签到$' },
			{ to: pictures.url, name: 'Pictures', kinds: ['image'] },
			{ to: all.url, name: 'All', kinds: ['*'] },
		]);
		await send({ ...TEXT, Content: '签到' });
		await send({ ...TEXT, Content: '你好' });
		await send({ FromUserName: 'oA', MsgType: 'image', MediaId: 'm', PicUrl: 'p' });
		const counts = [texts, pictures, all].map(({ received }) => received.length);
		expect(counts).toEqual([1, 1, 3]);
	});

	it.each(['plain', 'compatible', 'safe'] as const)(
		'gives the reply of a target to the follower in %s mode, XML and JSON',
		async (mode) => {
			const isEncrypted = mode !== 'plain';
			const target = await host({}, { text: '来自目标', isEncrypted });
			const { runs } = await hub([target.url], {}, { isEncrypted });
			for (const format of ['xml', 'json'] as const) {
				Object.assign(account.state.callback, { mode, format });
				const { reading } = await send();
				expect(reading).toMatchObject({
					kind: 'reply',
					content: { content: '来自目标' },
					isEncrypted,
				});
			}
			expect(runs).toHaveLength(2);
			expect(target.runs).toHaveLength(2);
		},
	);

	it('passes the request on byte by byte, signatures included', async () => {
		const { url, received } = await elsewhere();
		await hub([`${url}?from=hub`]);
		const body =
			'<xml> <FromUserName>oA</FromUserName>\n<MsgType>text</MsgType><Content>&#20320; é</Content></xml>';
		await send(TEXT, { body });
		const [request] = received;
		expect(request?.body.toString('utf8')).toBe(body);
		expect(request?.headers['content-type']).toBe('text/xml');
		const query = new URL(request?.url ?? '', url).searchParams;
		expect([...query.keys()].sort()).toEqual(['from', 'nonce', 'openid', 'signature', 'timestamp']);
		expect(Number(request?.headers['x-wechat-forwarded'])).toBeGreaterThan(Date.now() - 60_000);
	});

	it('passes the reply of a target on byte by byte', async () => {
		const body = replyXml(' 两端  空格 <![CDATA[]]> é');
		const { url } = await elsewhere({ body });
		await hub([url]);
		expect((await send()).deliveries[0]).toMatchObject({ status: 200, body });
	});

	it('forwards what its own filters stop, and starts nothing itself', async () => {
		const target = await host({}, { text: '来自目标' });
		const { runs } = await hub([target.url], { triggerOn: ['event.subscribe'] });
		expect((await send()).reading).toMatchObject({ content: { content: '来自目标' } });
		expect(runs).toEqual([]);
	});

	it('lets each target filter for itself', async () => {
		const price = await host({ textCondition: 'contains', text: '价格' }, { text: '价格表' });
		const lottery = await host({ textCondition: 'contains', text: '抽奖' }, { text: '已报名' });
		await hub([price.url, lottery.url]);
		const say = async (Content: string) => (await send({ ...TEXT, Content })).reading;
		expect(await say('我要抽奖')).toMatchObject({ content: { content: '已报名' } });
		expect(await say('价格多少')).toMatchObject({ content: { content: '价格表' } });
		expect(await say('随便聊聊')).toEqual({ kind: 'acknowledged' });
		expect([price.runs.length, lottery.runs.length]).toEqual([1, 1]);
	});

	it('waits for the reply of a target when its own run ends without one', async () => {
		const { url } = await elsewhere({ body: replyXml('晚一点'), afterMs: 700 });
		await hub([url]);
		const { deliveries, reading } = await send();
		expect(reading).toMatchObject({ content: { content: '晚一点' } });
		expect(deliveries[0]?.milliseconds).toBeGreaterThan(600);
	});

	it.each(['inWorkflow', 'immediately'])(
		'acknowledges when nobody replies, as soon as all have said so (%s)',
		async (respond) => {
			const slow = await elsewhere({ afterMs: 900 });
			const fast = await elsewhere({ body: '' });
			await hub([slow.url, fast.url], { respond });
			const { deliveries } = await send();
			expect(deliveries).toMatchObject([{ status: 200, body: 'success' }]);
			expect(deliveries[0]?.milliseconds).toBeGreaterThan(800);
			expect(deliveries[0]?.milliseconds).toBeLessThan(3_000);
			expect(warnings).toEqual([]);
		},
	);

	it('gives its own reply at once, and tells in the log what the follower did not see', async () => {
		const { url } = await elsewhere({ body: replyXml('第二个'), afterMs: 300 });
		await hub([{ to: url, name: 'Slow game' }], {}, { text: '自己的' });
		const { deliveries, reading } = await send();
		expect(reading).toMatchObject({ content: { content: '自己的' } });
		expect(deliveries[0]?.milliseconds).toBeLessThan(290);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(warnings).toEqual([expect.stringMatching(/"Slow game".*has not seen it/)]);
	});

	it('answers after 4.5 seconds at the latest, whatever a target does', async () => {
		const { url } = await elsewhere({ body: replyXml('太晚'), afterMs: 6_000 });
		await hub([url]);
		const { deliveries, reading } = await send();
		expect(reading).toEqual({ kind: 'acknowledged' });
		expect(deliveries).toHaveLength(1);
		expect(deliveries[0]?.milliseconds).toBeGreaterThan(4_200);
		expect(deliveries[0]?.milliseconds).toBeLessThan(4_900);
		// Nobody hangs up: the target gets the message however busy it is.
		await new Promise((resolve) => setTimeout(resolve, 1_800));
		expect(warnings).toEqual([expect.stringContaining('has not seen it')]);
	}, 15_000);

	it('has a target answer by itself when the message was long on its way', async () => {
		account.state.addFollower('oA');
		const target = await host({}, { text: '来自目标' });
		await hub([await delayed(target.url, 4_600)]);
		expect((await send()).reading).toEqual({ kind: 'acknowledged' });
		await new Promise((resolve) => setTimeout(resolve, 600));
		await flows[0]?.settled();
		expect(account.state.followers.get('oA')?.inbox).toMatchObject([
			{ via: 'customerService', content: { content: '来自目标' } },
		]);
		expect(warnings).toEqual([]);
	}, 15_000);

	it.each([
		[{ status: 404, body: '{"code":404}' }, 'Publish that workflow'],
		[{ status: 403, body: '' }, 'refused the signature'],
		[{ status: 413, body: '' }, 'Raise Max Message Size'],
		[{ status: 500, body: 'oops' }, 'HTTP 500'],
		[{ status: 302, body: '', location: 'http://127.0.0.1:1/' }, 'redirects'],
		[{ body: '<html>Sign in</html>' }, 'no reply'],
	])('is not disturbed by a target that answers %j', async (answer, told) => {
		const broken = await elsewhere(answer);
		const target = await host({}, { text: '来自目标' });
		await hub([broken.url, target.url]);
		expect((await send()).reading).toMatchObject({ content: { content: '来自目标' } });
		await send();
		// The same fault is told once a minute.
		expect(broken.received).toHaveLength(2);
		expect(warnings).toEqual([expect.stringContaining(told)]);
	});

	it('is not disturbed by a target that is not there, and logs no signature', async () => {
		await hub(['http://127.0.0.1:1/webhook/x/wechat', 'no such path', 'ftp://a/b']);
		expect((await send()).reading).toEqual({ kind: 'acknowledged' });
		expect(warnings).toEqual([
			expect.stringContaining('"no such path" is neither a webhook path nor'),
			expect.stringContaining('"ftp://a/b" is neither'),
			expect.stringMatching(/could not be reached \(ECONNREFUSED\).*Check the address/),
		]);
		expect(warnings.join()).not.toMatch(/signature=|nonce/);
	});

	it('forwards nothing that it has not verified, and not the check of the URL', async () => {
		const { url, received } = await elsewhere();
		await hub([url]);
		const forged = { signature: '0'.repeat(40), isForged: true };
		expect((await send(TEXT, forged)).deliveries[0]?.status).toBe(403);
		expect((await send(TEXT, { body: '<xml>', isForged: true })).deliveries[0]?.status).toBe(400);
		expect(await verifyUrl(account.state)).toMatchObject({ body: 'verified' });
		expect(received).toEqual([]);
	});

	it('does not forward what was forwarded, so that no circle can arise', async () => {
		const far = await elsewhere();
		const second = await hub([far.url], {}, { text: '第二' });
		await hub([second.url]);
		expect((await send()).reading).toMatchObject({ content: { content: '第二' } });
		expect(far.received).toEqual([]);
	});

	it('answers a repeated delivery from the window, without forwarding it again', async () => {
		const message = { ...TEXT, MsgId: '24690134567890123', CreateTime: 1 };
		const { url, received } = await elsewhere({ body: replyXml('一次'), afterMs: 200 });
		const { runs } = await hub([url]);
		const answers = await Promise.all([send(message), send(message)]);
		answers.push(await send(message));
		expect(answers.map(({ reading }) => reading)).toEqual(
			Array(3).fill(expect.objectContaining({ kind: 'reply', content: { content: '一次' } })),
		);
		expect(received).toHaveLength(1);
		expect(runs).toHaveLength(1);
	});

	describe('one that is asked last', () => {
		const last = async (...first: string[]) => {
			const everything = await host({}, { text: '什么都答' });
			await hub([{ to: everything.url, name: 'Everything', isLast: true }, ...first]);
			return everything;
		};

		it('leaves alone what another one replies to', async () => {
			const game = await elsewhere({ body: replyXml('签到成功'), afterMs: 300 });
			const { runs } = await last((await elsewhere()).url, game.url);
			expect((await send()).reading).toMatchObject({ content: { content: '签到成功' } });
			expect(runs).toEqual([]);
			expect(warnings).toEqual([]);
		});

		it('replies when all others have none, whether they say so or are broken', async () => {
			const [silent, broken] = [
				await elsewhere({ afterMs: 300 }),
				await elsewhere({ status: 404, body: '' }),
			];
			const { runs } = await last(silent.url, broken.url);
			const { deliveries, reading } = await send();
			expect(reading).toMatchObject({ content: { content: '什么都答' } });
			expect(deliveries).toHaveLength(1);
			expect(runs).toHaveLength(1);
		});

		it('replies at once where nobody else is asked', async () => {
			await last();
			expect((await send()).reading).toMatchObject({ content: { content: '什么都答' } });
		});

		const inbox = () => account.state.followers.get('oA')?.inbox ?? [];

		/** Somebody who is asked first and is late. */
		const slow = async (text?: string): Promise<string> => {
			account.state.addFollower('oA');
			const target = await host({}, { text });
			return await delayed(target.url, 4_600);
		};

		it('writes to the follower when another one has ended without a reply, but late', async () => {
			const { runs } = await last(await slow());
			expect((await send()).reading).toEqual({ kind: 'acknowledged' });
			await new Promise((resolve) => setTimeout(resolve, 600));
			expect(runs).toHaveLength(1);
			expect(inbox()).toMatchObject([{ via: 'customerService', content: { content: '什么都答' } }]);
		}, 15_000);

		it('stays silent when another one has written to the follower, late', async () => {
			const { runs } = await last(await slow('签到成功'));
			expect((await send()).reading).toEqual({ kind: 'acknowledged' });
			await new Promise((resolve) => setTimeout(resolve, 600));
			expect(runs).toEqual([]);
			expect(inbox()).toMatchObject([{ via: 'customerService', content: { content: '签到成功' } }]);
		}, 15_000);
	});

	it('counts the five seconds from when WeChat wrote to the hub', async () => {
		const target = await host({});
		await hub([target.url]);
		await send();
		const forwarded = target.runs[0]?.Trigger?.[0]?.json.wechat as Record<string, string>;
		const own = flows[1]?.runs[0]?.Trigger?.[0]?.json.wechat as Record<string, string>;
		expect(forwarded.receivedAt).toBe(own.receivedAt);
		const windowOf = ({ receivedAt = '', replyBefore = '' }: Record<string, string>) =>
			Date.parse(replyBefore) - Date.parse(receivedAt);
		expect(windowOf(own)).toBe(4_300);
		expect(windowOf(forwarded)).toBe(4_150);
	});
});
