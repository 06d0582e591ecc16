import { until } from './lib/n8n';
import { reply, trigger } from './lib/nodes';
import { flow, useScene } from './lib/scene';
import { toXml } from '../simulator/envelope';
import { push, verifyUrl } from '../simulator/push';
import { DEFAULT_ACCOUNT } from '../simulator/state';

const TEXT = { FromUserName: 'oA', MsgType: 'text', Content: '你好' };

describe('what a published trigger lets in', () => {
	const scene = useScene();
	const publish = async (parameters = {}, callback = {}) =>
		await scene.publish(flow('Trigger', [trigger(parameters)]), callback);

	it('answers the URL check, and refuses a wrong one with 403', async () => {
		await scene.connect();
		await publish();
		const { state } = scene.simulator.platform;
		expect(await verifyUrl(state)).toMatchObject({ status: 200, body: 'verified' });
		// The console repeats the check when it is saved again.
		expect(await verifyUrl(state)).toMatchObject({ body: 'verified' });
		expect(await verifyUrl(state, 'f'.repeat(40))).toMatchObject({ status: 403, body: '' });
	});

	it.each(['plain', 'compatible', 'safe'] as const)(
		'refuses a forged signature with 403 in %s mode (others accept it, or answer 500)',
		async (mode) => {
			await scene.connect({}, mode !== 'plain');
			const published = await publish({}, { mode });
			const forged = { signature: '0'.repeat(40), isForged: true };
			const { deliveries } = await published.push(TEXT, forged);
			expect(deliveries[0]).toMatchObject({ status: 403, body: '' });
			await published.push(TEXT);
			expect(await scene.n8n.waitForExecutions(published.id, 1)).toHaveLength(1);
		},
	);

	it('refuses a plaintext body when an EncodingAESKey is set (others accept it)', async () => {
		await scene.connect({}, true);
		const published = await publish({}, { mode: 'safe' });
		const { deliveries } = await published.push(TEXT, { mode: 'plain', isForged: true });
		expect(deliveries[0]).toMatchObject({ status: 403, body: '' });
	});

	it('believes the encrypted part alone in compatible mode (others do not check it)', async () => {
		await scene.connect({}, true);
		const published = await publish({}, { mode: 'compatible' });
		const { platform } = scene.simulator;
		const push = await published.push(TEXT);
		expect(push.reading).toEqual({ kind: 'acknowledged' });
		const changed = toXml({ ...TEXT, Content: '伪造', Encrypt: 'AAAA' });
		const forged = await published.push(TEXT, { body: changed, isForged: true });
		expect(forged.deliveries[0]?.status).toBe(403);
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.items.Trigger?.[0]?.json).toMatchObject({
			Content: '你好',
			ToUserName: platform.state.account.originalId,
		});
	});

	it('refuses a message that was encrypted for another account', async () => {
		await scene.connect({}, true);
		const published = await publish({}, { mode: 'safe' });
		const { deliveries } = await published.push(TEXT, { appId: 'wxother', isForged: true });
		expect(deliveries[0]?.status).toBe(403);
	});

	it('fault 1.12: refuses an old request, unless it is told to take any', async () => {
		await scene.connect();
		const replay = { timestampOffset: -3_600, isForged: true };
		const published = await publish();
		expect((await published.push(TEXT, replay)).deliveries[0]?.status).toBe(403);
		expect((await published.push(TEXT)).deliveries[0]?.status).toBe(200);
		const tolerant = await publish({ options: { timestampTolerance: 0 } });
		expect((await tolerant.push(TEXT, replay)).deliveries[0]?.status).toBe(200);
	});

	it.each(['plain', 'safe'] as const)(
		'fault 1.14: reads what a proxy announces as plain text, in %s mode',
		async (mode) => {
			await scene.connect({}, mode === 'safe');
			const published = await publish({}, { mode });
			for (const format of ['xml', 'json'] as const) {
				const contentType = 'text/plain; charset=utf-8';
				const { deliveries } = await published.push(TEXT, { format, contentType });
				expect(deliveries[0]?.status).toBe(200);
			}
			const executions = await scene.n8n.waitForExecutions(published.id, 2);
			expect(executions.map(({ items }) => items.Trigger?.[0]?.json.Content)).toEqual([
				'你好',
				'你好',
			]);
		},
	);

	it('refuses a body of 2 MB, an entity bomb and broken XML without a run', async () => {
		await scene.connect();
		const published = await publish();
		const large = toXml({ ...TEXT, Content: '长'.repeat(700_000) });
		const bomb = `<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY a "${'a'.repeat(100)}"><!ENTITY b "&a;&a;&a;">]><xml><FromUserName>oA</FromUserName><MsgType>text</MsgType><Content>&b;</Content></xml>`;
		const statuses = [];
		// No document that ends early: n8n's own XML reader would not come back from it (docs/architecture.md).
		for (const body of [large, bomb, '<xml><FromUserName></MsgType></xml>', '']) {
			const { deliveries } = await published.push(TEXT, { body, isForged: true });
			statuses.push(deliveries[0]?.status);
		}
		expect(statuses[0]).toBe(413);
		expect(statuses.slice(1).every((status) => status === 400 || status === 422)).toBe(true);
		expect(await scene.n8n.executions(published.id)).toEqual([]);
	});

	it('says when it is published that an EncodingAESKey has 42 characters', async () => {
		await scene.connect({ encodingAesKey: 'a'.repeat(42) });
		const { nodes, connections, settings, name } = flow('Short key', [trigger()]);
		const { id } = await scene.publish({ nodes, connections, settings, name });
		await until('publishing has failed with the reason', async () => {
			const told = JSON.stringify(await scene.n8n.publicationStatus(id));
			return told.includes('EncodingAESKey has 42 characters instead of 43') || undefined;
		});
	});

	it('keeps text and ids exactly as sent (others collapse spaces and round ids)', async () => {
		await scene.connect({}, true);
		const published = await publish({}, { mode: 'safe' });
		const Content = '第一行\n\n第二行   两端  \t完 & <b>';
		await published.push({ ...TEXT, Content, MsgId: '24690134567890123' });
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.items.Trigger?.[0]?.json).toMatchObject({
			Content,
			MsgId: '24690134567890123',
			wechat: {
				kind: 'text',
				openId: 'oA',
				accountId: 'gh_0123456789ab',
				appId: DEFAULT_ACCOUNT.appId,
				dedupeKey: 'oA:24690134567890123',
				encrypted: true,
			},
		});
	});

	it.each(['plain', 'safe'] as const)(
		'keeps nested fields and lists in %s mode (others drop or mangle them)',
		async (mode) => {
			await scene.connect({}, mode === 'safe');
			const published = await publish({}, { mode });
			const event = { FromUserName: 'oA', MsgType: 'event' };
			const ScanCodeInfo = { ScanType: 'qrcode', ScanResult: 'https://example.com/?a=1&b=2' };
			const SendPicsInfo = { Count: '1', PicList: { item: [{ PicMd5Sum: 'abc' }] } };
			const pushes = [
				{ ...event, Event: 'scancode_waitmsg', EventKey: 'scan', ScanCodeInfo },
				{ ...event, Event: 'pic_weixin', EventKey: 'pics', SendPicsInfo },
			];
			for (const fields of pushes) await published.push(fields);
			const executions = await scene.n8n.waitForExecutions(published.id, 2);
			const items = executions.map(({ items: { Trigger } }) => Trigger?.[0]?.json);
			expect(items.find((json) => json?.Event === 'scancode_waitmsg')).toMatchObject({
				ScanCodeInfo,
			});
			expect(items.find((json) => json?.Event === 'pic_weixin')).toMatchObject({ SendPicsInfo });
		},
	);

	it('starts only for the chosen kinds, senders and texts', async () => {
		await scene.connect();
		const published = await publish({
			triggerOn: ['text', 'event.CLICK'],
			textCondition: 'contains',
			text: '优惠',
			options: { senders: 'oA, oB' },
		});
		for (const [openId, text] of [
			['oA', '有什么优惠吗'],
			['oA', '你好'],
			['oC', '优惠'],
		] as const) {
			expect((await published.say(openId, text)).reading).toEqual({ kind: 'acknowledged' });
		}
		const executions = await scene.n8n.waitForExecutions(published.id, 1);
		expect(executions.map(({ items }) => items.Trigger?.[0]?.json.Content)).toEqual([
			'有什么优惠吗',
		]);
	});

	it('lets through kinds that it does not know', async () => {
		await scene.connect();
		const published = await publish();
		await published.push({ FromUserName: 'oA', MsgType: 'hologram', Depth: '3' });
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.items.Trigger?.[0]?.json).toMatchObject({
			Depth: '3',
			wechat: { kind: 'hologram' },
		});
	});

	it("adds the follower's profile and downloads media", async () => {
		await scene.connect();
		const { state } = scene.simulator.platform;
		state.addFollower('oA', { remark: '张三', tagIds: [101] });
		state.media.set('photo1', { contentType: 'image/jpeg', data: Buffer.from('a picture') });
		const published = await publish({ options: { addProfile: true, downloadMedia: true } });
		await published.push({
			FromUserName: 'oA',
			MsgType: 'image',
			PicUrl: 'http://example.com/1',
			MediaId: 'photo1',
		});
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		const item = execution?.items.Trigger?.[0];
		expect(item?.json.wechat).toMatchObject({ profile: { remark: '张三', tagIds: [101] } });
		expect(item?.binary?.data).toMatchObject({ mimeType: 'image/jpeg' });
	});

	it('never waits for a slow profile longer than a second', async () => {
		await scene.connect();
		const { platform } = scene.simulator;
		platform.state.addFollower('oSlow');
		platform.faults.add({ path: '/cgi-bin/user/info', latencyMs: 8_000 });
		const published = await publish({ options: { addProfile: true } });
		const { deliveries } = await published.say('oSlow', '快');
		expect(deliveries[0]?.milliseconds).toBeLessThan(3_000);
	});
});

describe('the test URL', () => {
	const scene = useScene();

	it('survives the URL check and starts the workflow in the editor', async () => {
		const { webhookPath, ...workflow } = flow('Test URL', [trigger(), reply()]);
		const { state } = scene.simulator.platform;
		const id = await scene.n8n.importWorkflow(workflow, await scene.connect());
		await scene.n8n.listen(id, 'Trigger');
		state.callback.url = `${scene.n8n.url}/webhook-test/${webhookPath}`;
		expect(await verifyUrl(state)).toMatchObject({ status: 200, body: 'verified' });
		const { reading } = await push(state, TEXT);
		expect(reading).toMatchObject({ kind: 'reply', content: { content: '收到：你好' } });
	});
});
