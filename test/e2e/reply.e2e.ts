import { reply, trigger, wait } from './lib/nodes';
import { flow, useScene } from './lib/scene';

const CUSTOM_SEND = '/cgi-bin/message/custom/send';

describe('replies of a published flow', () => {
	const scene = useScene();
	const inbox = (openId: string) =>
		scene.simulator.platform.state.followers.get(openId)?.inbox ?? [];

	it('answers the very first message after publishing (others lose it)', async () => {
		await scene.connect();
		const published = await scene.publish(flow('First reply', [trigger(), reply()]));
		const { deliveries, reading } = await published.say('oA', '你好');
		expect(deliveries).toHaveLength(1);
		expect(reading).toMatchObject({ kind: 'reply', content: { content: '收到：你好' } });
	});

	it.each(['compatible', 'safe'] as const)('answers encrypted in %s mode', async (mode) => {
		await scene.connect({}, true);
		const published = await scene.publish(flow(`Reply ${mode}`, [trigger(), reply()]), { mode });
		const { reading } = await published.say('oA', '加密 & <标签> ]]>');
		expect(reading).toEqual({
			kind: 'reply',
			type: 'text',
			content: { content: '收到：加密 & <标签> ]]>' },
			isEncrypted: true,
		});
	});

	it('answers an account that pushes JSON', async () => {
		await scene.connect({}, true);
		const published = await scene.publish(flow('Reply JSON', [trigger(), reply()]), {
			mode: 'safe',
			format: 'json',
		});
		const { reading } = await published.say('oA', '你好');
		expect(reading).toMatchObject({ kind: 'reply', content: { content: '收到：你好' } });
	});

	it('goes on replying after the trigger was renamed (others break)', async () => {
		await scene.connect();
		const nodes = [trigger({}, '收到微信消息'), reply()];
		const published = await scene.publish(flow('Renamed', nodes));
		expect((await published.say('oA', '改名')).reading).toMatchObject({ kind: 'reply' });
	});

	it.each([
		['image', { mediaId: 'm1' }, { mediaId: 'm1' }],
		['voice', { mediaId: 'm1' }, { mediaId: 'm1' }],
		['video', { mediaId: 'm1' }, { mediaId: 'm1' }],
		// Others build <Video> for a music reply.
		[
			'music',
			{ thumbMediaId: 't1', musicUrl: 'https://example.com/a.mp3' },
			{ thumbMediaId: 't1' },
		],
		[
			'news',
			{ articles: { article: [{ title: '新品', url: 'https://example.com' }] } },
			{ articles: [{ Title: '新品', Url: 'https://example.com' }] },
		],
	])('sends %s as WeChat expects it', async (replyType, parameters, content) => {
		await scene.connect();
		for (const id of ['m1', 't1']) {
			const file = { contentType: 'image/png', data: Buffer.from('x') };
			scene.simulator.platform.state.media.set(id, file);
		}
		const nodes = [trigger(), reply({ replyType, ...parameters })];
		const { reading } = await (await scene.publish(flow(replyType, nodes))).say('oA', 'x');
		expect(reading).toMatchObject({ kind: 'reply', type: replyType, content });
	});

	it('hands over to a person, to a named account', async () => {
		await scene.connect();
		const parameters = {
			replyType: 'transferCustomerService',
			additionalFields: { kfAccount: 'anna@gh_1' },
		};
		const published = await scene.publish(flow('Hand over', [trigger(), reply(parameters)]));
		expect((await published.say('oA', '人工')).reading).toEqual({
			kind: 'handedOver',
			account: 'anna@gh_1',
		});
	});

	it('acknowledges when told not to reply, and when no reply node runs', async () => {
		await scene.connect();
		const silent = await scene.publish(flow('Silent', [trigger(), reply({ replyType: 'none' })]));
		expect((await silent.say('oA', 'x')).deliveries[0]?.body).toBe('success');
		const alone = await scene.publish(flow('Alone', [trigger()]));
		expect((await alone.say('oA', 'x')).deliveries[0]).toMatchObject({
			status: 200,
			body: 'success',
		});
	});

	it('acknowledges at once when asked to, never with n8n-speak ("firstEntryJson")', async () => {
		await scene.connect();
		const nodes = [trigger({ respond: 'immediately' }), wait(3)];
		const published = await scene.publish(flow('Immediately', nodes));
		const [delivery] = (await published.say('oA', 'x')).deliveries;
		expect(delivery).toMatchObject({ status: 200, body: 'success' });
		expect(delivery?.milliseconds).toBeLessThan(2_500);
	});

	it('acknowledges at 4.5 s and sends a late reply as customer service message', async () => {
		await scene.connect();
		scene.simulator.platform.state.addFollower('oA');
		const published = await scene.publish(flow('Late', [trigger(), wait(6), reply()]));
		const before = scene.log().length;
		const { deliveries, reading } = await published.say('oA', '慢');
		expect(deliveries).toHaveLength(1);
		expect(deliveries[0]?.milliseconds).toBeGreaterThan(4_000);
		expect(reading).toEqual({ kind: 'acknowledged' });
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.status).toBe('success');
		expect(execution?.items.Reply?.[0]?.json.sentAs).toBe('customerServiceMessage');
		expect(inbox('oA')).toMatchObject([
			{ via: 'customerService', content: { content: expect.stringContaining('收到') } },
		]);
		expect(scene.log().slice(before)).not.toMatch(/headers|Cannot set/i);
	});

	it('fails a late reply in clear words when it may not be sent otherwise', async () => {
		await scene.connect();
		const nodes = [trigger(), wait(6), reply({ sendLate: false })];
		const published = await scene.publish(flow('Too late', nodes));
		await published.say('oA', '慢');
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.status).toBe('error');
		expect(execution?.error?.message).toContain('five seconds');
		const sent = scene.simulator.platform.journal.filter(({ path }) => path === CUSTOM_SEND);
		expect(sent).toHaveLength(0);
	});

	it('acknowledges when the flow fails, so that WeChat neither repeats nor apologizes', async () => {
		await scene.connect();
		const nodes = [trigger(), reply({ replyType: 'image', mediaId: '={{ "" }}' })];
		const published = await scene.publish(flow('Failing', nodes));
		const { deliveries, reading } = await published.say('oA', 'x');
		expect(deliveries).toHaveLength(1);
		expect(reading).toEqual({ kind: 'acknowledged' });
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.error?.message).toBe("'Media ID' is empty");
	});

	it('runs a redelivered message once and repeats its answer (others answer twice)', async () => {
		await scene.connect();
		const published = await scene.publish(flow('Twice', [trigger(), reply()]));
		const message = {
			FromUserName: 'oA',
			MsgType: 'text',
			Content: '一次',
			MsgId: '24690134567890123',
		};
		const first = await published.push(message);
		const second = await published.push(message);
		expect(second.reading).toEqual(first.reading);
		const executions = await scene.n8n.waitForExecutions(published.id, 1);
		expect(executions).toHaveLength(1);
		await published.push({ ...message, MsgId: '24690134567890124' });
		expect(await scene.n8n.waitForExecutions(published.id, 2)).toHaveLength(2);
	});

	it('replies to 20 people at the same time, each to each', async () => {
		await scene.connect();
		const published = await scene.publish(flow('Crowd', [trigger(), reply()]));
		const people = [...Array(20).keys()].map((number) => `oPerson${number}`);
		const answers = await Promise.all(
			people.map(async (openId) => await published.say(openId, `我是${openId}`)),
		);
		expect(answers.map(({ reading }) => reading)).toEqual(
			people.map((openId) => ({
				kind: 'reply',
				type: 'text',
				content: { content: `收到：我是${openId}` },
				isEncrypted: false,
			})),
		);
	});
});
