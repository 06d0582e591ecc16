import { useAccount } from '../harness/account';
import { keysFor, runWorkflow, testCredentials, toNode } from '../harness/engine';
import { hostFlow, type HostedFlow } from '../harness/triggers';
import { push, verifyUrl, type PushOptions } from '../simulator/push';

const TRIGGER = 'weChatOfficialAccountTrigger';
const TEXT = { FromUserName: 'oA', MsgType: 'text', Content: '你好' };
const reply = (parameters: object = {}) => ({
	name: 'Reply',
	type: 'weChatReply',
	parameters: { replyType: 'text', text: '=收到：{{ $json.Content }}', ...parameters },
});

describe('trigger and reply in the engine', () => {
	const account = useAccount();
	let flow: HostedFlow | undefined;
	const host = async (parameters: object = {}, rest = [reply()], isEncrypted = false) => {
		const keys = keysFor(account.simulator.url, account.state.account, isEncrypted);
		const trigger = { name: 'Trigger', type: TRIGGER, parameters: parameters as never };
		flow = await hostFlow([trigger, ...(rest as never[])], await testCredentials(keys));
		account.state.callback.url = flow.url;
		return flow;
	};
	const send = async (fields: object = TEXT, options?: PushOptions) =>
		await push(account.state, fields as never, options);

	afterEach(async () => {
		await flow?.settled();
		await flow?.close();
	});

	it.each(['plain', 'compatible', 'safe'] as const)(
		'replies in %s mode, XML and JSON',
		async (mode) => {
			await host({}, [reply()], mode !== 'plain');
			for (const format of ['xml', 'json'] as const) {
				Object.assign(account.state.callback, { mode, format });
				const { reading } = await send();
				expect(reading).toMatchObject({
					kind: 'reply',
					content: { content: '收到：你好' },
					isEncrypted: mode !== 'plain',
				});
			}
		},
	);

	it.each(['<xml><FromUserName>oA', '{"FromUserName":', 'hello', ''])(
		'answers 400 to the signed body %j, without a run',
		async (body) => {
			const { runs } = await host();
			const { deliveries } = await send(TEXT, { body, isForged: true });
			expect(deliveries[0]).toMatchObject({ status: 400, body: '' });
			expect(runs).toEqual([]);
		},
	);

	it('names the account by the AppID of its credential, for nodes that keep records', async () => {
		const { runs } = await host();
		await send();
		await flow?.settled();
		expect(runs[0]?.Trigger?.[0]?.json).toMatchObject({
			wechat: { appId: account.state.account.appId },
		});
	});

	it('refuses a message over the chosen size', async () => {
		await host({ options: { maxBodySize: 1 } });
		const { deliveries } = await send({ ...TEXT, Content: '长'.repeat(500) }, { isForged: true });
		expect(deliveries[0]?.status).toBe(413);
	});

	it('checks the URL without a run', async () => {
		const { runs } = await host();
		expect(await verifyUrl(account.state)).toMatchObject({ status: 200, body: 'verified' });
		expect(runs).toEqual([]);
	});

	it('runs every delivery when asked to', async () => {
		const { runs, settled } = await host({ options: { onlyFirst: false } });
		const message = { ...TEXT, MsgId: '1', CreateTime: 1 };
		await send(message);
		await send(message);
		await settled();
		expect(runs).toHaveLength(2);
	});

	it('runs once for a delivery that comes again while the first is under way', async () => {
		const { runs, settled } = await host();
		const message = { ...TEXT, MsgId: '1', CreateTime: 1 };
		const answers = await Promise.all([send(message), send(message), send(message)]);
		await settled();
		expect(runs).toHaveLength(1);
		expect(answers.every(({ reading }) => reading.kind === 'reply')).toBe(true);
	});

	it('tells two events of one second and two persons apart', async () => {
		const { runs, settled } = await host({}, []);
		const event = { FromUserName: 'oA', MsgType: 'event', CreateTime: 1 };
		await send({ ...event, Event: 'subscribe', EventKey: '' });
		await send({ ...event, Event: 'LOCATION', Latitude: '1', Longitude: '2', Precision: '3' });
		await send({ ...event, FromUserName: 'oB', Event: 'subscribe', EventKey: '' });
		await settled();
		expect(runs).toHaveLength(3);
	});

	it('replies once, and says the rest as customer service messages', async () => {
		const follower = account.state.addFollower('oA');
		const second = { ...reply(), name: 'Second', parameters: { replyType: 'text', text: '再见' } };
		await host({}, [reply(), second]);
		const { reading } = await send();
		await flow?.settled();
		expect(reading).toMatchObject({ content: { content: '收到：你好' } });
		expect(follower.inbox.map(({ via, content }) => [via, content])).toEqual(
			expect.arrayContaining([
				['customerService', { content: '再见' }],
				['passive', { content: '收到：你好' }],
			]),
		);
	});

	it('does not lose words to an event after which WeChat shows no reply', async () => {
		const follower = account.state.addFollower('oA');
		account.state.allow(follower, 1, 60_000);
		await host({}, [reply({ text: '见页面' })]);
		const { reading } = await send({
			FromUserName: 'oA',
			MsgType: 'event',
			Event: 'VIEW',
			EventKey: 'https://a',
		});
		await flow?.settled();
		expect(reading).toEqual({ kind: 'acknowledged' });
		expect(follower.inbox).toMatchObject([{ via: 'customerService' }]);
	});

	it('sends up to eight articles after an event, one after a message', async () => {
		const article = [...Array(3).keys()].map((n) => ({ title: `第${n}篇`, url: 'http://a' }));
		await host({}, [reply({ replyType: 'news', articles: { article } })]);
		const click = { FromUserName: 'oA', MsgType: 'event', Event: 'CLICK', EventKey: 'NEWS' };
		const { reading } = await send(click);
		expect(reading.kind === 'reply' && reading.content.articles).toHaveLength(3);
		const { reading: afterText } = await send();
		expect(afterText).toEqual({ kind: 'acknowledged' });
	});

	it('fault 1.16: says that an account cannot send late replies, and what to do, in one run', async () => {
		account.state.addFollower('oA');
		account.state.account.isVerified = false;
		const second = { ...reply(), name: 'Second', parameters: { replyType: 'text', text: '再见' } };
		const { runs, settled } = await host({}, [
			reply(),
			{ ...second, onError: 'continueRegularOutput' } as never,
		]);
		const { deliveries, reading } = await send();
		await settled();
		expect(deliveries).toHaveLength(1);
		expect(reading).toMatchObject({ content: { content: '收到：你好' } });
		expect(runs).toHaveLength(1);
		expect(runs[0]?.Second?.[0]?.json).toMatchObject({
			error:
				'The message has been answered already, and this account cannot send late replies (WeChat error 48001)',
			details: { description: expect.stringContaining('verified as an enterprise') },
		});
		expect(account.calls('/cgi-bin/message/custom/send')).toHaveLength(1);
	});

	it('fault 1.16: a failing late reply makes WeChat deliver nothing again', async () => {
		account.state.account.isVerified = false;
		const { runs, settled } = await host({}, [reply({ text: '见页面' })]);
		const event = { FromUserName: 'oA', MsgType: 'event', Event: 'VIEW', EventKey: 'https://b' };
		const { deliveries, reading } = await send(event);
		await settled();
		expect([deliveries.length, runs.length]).toEqual([1, 1]);
		expect(reading).toEqual({ kind: 'acknowledged' });
	});

	describe.each(['transferCustomerService', 'transferAiReply'])('hand-over by %s', (replyType) => {
		const outcome = async (fields: object) => {
			const node = { ...reply({ replyType }), onError: 'continueRegularOutput' };
			const { runs, settled } = await host({}, [node as never]);
			const { deliveries } = await send(fields);
			await settled();
			return { body: deliveries[0]?.body ?? '', json: runs[0]?.Reply?.[0]?.json };
		};

		it('correction 9: goes out as WeChat names it', async () => {
			const { body, json } = await outcome(TEXT);
			expect(body).toContain(
				replyType === 'transferAiReply' ? '[transfer_biz_ai_ivr]' : '[transfer_customer_service]',
			);
			expect(json).toMatchObject({ replyType, sentAs: 'passiveReply' });
		});

		it.each(['subscribe', 'CLICK', 'SCAN', 'unsubscribe'])(
			'fault 1.17, correction 7: is refused after the event %s, with the reason',
			async (Event) => {
				// Another event than that of the other reply type, which the process still remembers.
				const event = { FromUserName: 'oA', MsgType: 'event', Event, EventKey: replyType };
				const { body, json } = await outcome(event);
				expect(body).toBe('success');
				expect(json?.error).toBe(
					`Only a message of a follower can be handed over, and this is the event event.${Event}`,
				);
			},
		);
	});

	it('explains a reply node that has no message to reply to', async () => {
		const nodes = [
			toNode({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, 0),
			toNode(reply() as never, 1),
		];
		const result = await runWorkflow(nodes, [{ json: {} }], account.credentials);
		expect(result.error?.message).toBe('There is no WeChat message to reply to');
	});
});
