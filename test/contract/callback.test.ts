import { useAccount } from '../harness/account';
import { keysFor, testCredentials } from '../harness/engine';
import { hostFlow, loadOptionsContext, type HostedFlow } from '../harness/triggers';
import { encrypt, sha1, toXml } from '../simulator/envelope';
import { push, type PushOptions } from '../simulator/push';

const TRIGGER = 'weChatOfficialAccountTrigger';
const TEXT = { ToUserName: 'gh', FromUserName: 'oA', MsgType: 'text', Content: '你好', MsgId: '1' };
const LONG_AGO = '1577836800';

interface Request {
	timestamp: string;
	nonce: string;
	body: string;
	/** With it, the request is one of safe mode. */
	encrypted?: string;
}

describe('what the trigger lets in', () => {
	const account = useAccount();
	const flows: HostedFlow[] = [];
	let flowCount = 0;
	let warnings: string[] = [];

	const host = async (
		options: object = {},
		{ isEncrypted = false, keys = {} }: { isEncrypted?: boolean; keys?: object } = {},
	) => {
		const stored = {
			...keysFor(account.simulator.url, account.state.account, isEncrypted),
			...keys,
		};
		const parameters = { respond: 'immediately', options } as never;
		// Windows and warnings are those of a node, and outlive a test.
		flowCount += 1;
		const name = `Trigger ${flowCount}`;
		const flow = await hostFlow(
			[{ name, id: name, type: TRIGGER, parameters }],
			await testCredentials(stored),
		);
		flows.push(flow);
		account.state.callback.url = flow.url;
		account.state.callback.mode = isEncrypted ? 'safe' : 'plain';
		return flow;
	};

	/** A request in the hands of somebody who has seen its signature, as WeChat signed it. */
	const post = async (
		flow: HostedFlow,
		{ timestamp, nonce, body, encrypted }: Request,
		sent: object = { timestamp, nonce },
	) => {
		const { token } = account.state.account;
		const query = new URLSearchParams({ ...sent });
		if (encrypted) query.set('msg_signature', sha1(token, timestamp, nonce, encrypted));
		else query.set('signature', sha1(token, timestamp, nonce));
		const response = await fetch(`${flow.url}?${query.toString()}`, { method: 'POST', body });
		await response.text();
		return response.status;
	};

	const sealed = (fields: object) => {
		const encrypted = encrypt(account.state.account, toXml(fields as never));
		return { encrypted, body: toXml({ ToUserName: 'gh', Encrypt: encrypted }) };
	};

	const now = (offset = 0) => String(Math.floor(Date.now() / 1_000) + offset);

	const itemsOf = async (flow: HostedFlow) => {
		await flow.settled();
		return flow.runs.map((nodes) => Object.values(nodes)[0]?.[0]?.json ?? {});
	};

	const send = async (fields: object, options?: PushOptions) =>
		await push(account.state, fields as never, options);

	beforeEach(async () => {
		warnings = [];
		const { logger } = await loadOptionsContext(
			{ name: 'Any', type: TRIGGER },
			account.credentials,
		);
		jest.spyOn(logger, 'warn').mockImplementation((message) => {
			warnings.push(message);
		});
	});

	afterEach(async () => {
		for (const flow of flows.splice(0)) {
			await flow.settled();
			await flow.close();
		}
		jest.restoreAllMocks();
	});

	describe('fault 1.12: plaintext mode', () => {
		it('refuses an old signature with any body, and one from the future', async () => {
			const flow = await host();
			const leaving = toXml({ ...TEXT, MsgType: 'event', Event: 'unsubscribe' });
			for (const timestamp of [LONG_AGO, now(-310), now(310), '', `${now()}000`, `${now()}.5`]) {
				expect(await post(flow, { timestamp, nonce: '7', body: leaving })).toBe(403);
			}
			expect(await itemsOf(flow)).toEqual([]);
			expect(await post(flow, { timestamp: now(-200), nonce: '7', body: leaving })).toBe(200);
		});

		it('takes any time when it is told to', async () => {
			const flow = await host({ timestampTolerance: 0 });
			expect(await post(flow, { timestamp: LONG_AGO, nonce: '7', body: toXml(TEXT) })).toBe(200);
		});

		it('refuses a signature that comes with another message, also with time and nonce exchanged', async () => {
			const flow = await host();
			const [timestamp, nonce] = [now(), now(1)];
			const request = { timestamp, nonce, body: toXml(TEXT) };
			const forged = { ...request, body: toXml({ ...TEXT, Content: '同意', MsgId: '2' }) };
			expect(await post(flow, request)).toBe(200);
			expect(await post(flow, forged)).toBe(403);
			expect(await post(flow, forged, { timestamp: nonce, nonce: timestamp })).toBe(403);
			// WeChat delivers the same again.
			expect(await post(flow, request)).toBe(200);
			expect((await itemsOf(flow)).map(({ Content }) => Content)).toEqual(['你好']);
			expect(warnings).toEqual([expect.stringContaining('Choose safe mode')]);
		});

		it('does not take a nonce for the time', async () => {
			const flow = await host();
			const request = { timestamp: LONG_AGO, nonce: '1346', body: toXml(TEXT) };
			expect(await post(flow, request, { timestamp: '1346', nonce: LONG_AGO })).toBe(403);
		});

		it('shows whether a message could have been changed on its way', async () => {
			const flow = await host();
			await send(TEXT);
			const safe = await host({}, { isEncrypted: true });
			await send(TEXT);
			expect((await itemsOf(flow))[0]).toMatchObject({ wechat: { encrypted: false } });
			expect((await itemsOf(safe))[0]).toMatchObject({ wechat: { encrypted: true } });
		});
	});

	describe('fault 1.13: safe mode', () => {
		it('refuses a copy of an old message, by its own time', async () => {
			const flow = await host({}, { isEncrypted: true });
			const leaving = { ...TEXT, MsgType: 'event', Event: 'unsubscribe', CreateTime: LONG_AGO };
			const nonce = now();
			const request = { timestamp: LONG_AGO, nonce, ...sealed(leaving) };
			expect(await post(flow, request)).toBe(403);
			// The signature is the same with time and nonce exchanged.
			expect(await post(flow, request, { timestamp: nonce, nonce: LONG_AGO })).toBe(403);
			expect(await itemsOf(flow)).toEqual([]);
			expect(warnings).toEqual([expect.stringContaining('tolerance of 300 seconds')]);
		});

		it('takes what is of now, or of any time when it is told to', async () => {
			const flow = await host({}, { isEncrypted: true });
			const fresh = sealed({ ...TEXT, CreateTime: now(-60) });
			expect(await post(flow, { timestamp: now(), nonce: '1', ...fresh })).toBe(200);
			const tolerant = await host({ timestampTolerance: 0 }, { isEncrypted: true });
			const old = sealed({ ...TEXT, CreateTime: LONG_AGO });
			expect(await post(tolerant, { timestamp: now(), nonce: '1', ...old })).toBe(200);
		});
	});

	it.each([
		['appId', 'AppID is missing'],
		['token', 'Token is missing'],
	])('fault 1.20: without %s, 403 with the reason in the log', async (field, reason) => {
		const flow = await host({}, { isEncrypted: true, keys: { [field]: ' ' } });
		const request = { timestamp: now(), nonce: '1', ...sealed(TEXT) };
		expect(await post(flow, request)).toBe(403);
		expect(warnings).toEqual([expect.stringContaining(reason)]);
	});

	it('fault 1.11: writes one line for hundreds of refused posts, and one for each other reason', async () => {
		const flow = await host({ maxBodySize: 1 });
		for (let round = 0; round < 30; round++) {
			const signature = { signature: '0'.repeat(40), isForged: true };
			await Promise.all([...Array(10)].map(async () => await send(TEXT, signature)));
		}
		const large = { ...TEXT, Content: '长'.repeat(500) };
		for (let time = 0; time < 3; time++) await send(large, { isForged: true });
		await flow.settled();
		expect(warnings).toEqual([
			expect.stringContaining('signature does not match'),
			expect.stringContaining('larger than 1 KB'),
		]);
	});

	it.each(['plain', 'compatible', 'safe'] as const)(
		'fault 1.14: reads and forwards what a proxy announces as plain text, in %s mode',
		async (mode) => {
			const isEncrypted = mode !== 'plain';
			const target = await host({}, { isEncrypted });
			const forwardTo = { target: [{ to: target.url }] };
			const flow = await host({ forwardTo }, { isEncrypted });
			account.state.callback.mode = mode;
			for (const format of ['xml', 'json'] as const) {
				const message = { ...TEXT, MsgId: format };
				const { deliveries } = await send(message, { format, contentType: 'text/plain' });
				expect(deliveries[0]).toMatchObject({ status: 200, body: 'success' });
			}
			for (const each of [flow, target]) {
				expect((await itemsOf(each)).map(({ Content }) => Content)).toEqual(['你好', '你好']);
			}
		},
	);

	it('fault 1.5: accepts characters that XML forbids, and keeps no U+0000', async () => {
		const flow = await host({}, { isEncrypted: true });
		const said = 'a\u0000b\u000bc\u001dd\ufffe😀';
		for (const format of ['xml', 'json'] as const) {
			const { deliveries } = await send({ ...TEXT, Content: said, MsgId: format }, { format });
			expect(deliveries[0]?.status).toBe(200);
		}
		const texts = (await itemsOf(flow)).map(({ Content }) => Content);
		expect(texts).toEqual(Array(2).fill('ab\u000bc\u001dd\ufffe😀'));
	});
});
