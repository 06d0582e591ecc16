import { until } from './lib/n8n';
import { reply, trigger, wait } from './lib/nodes';
import { flow, useScene } from './lib/scene';

describe('one server URL for several workflows', () => {
	const scene = useScene();
	const TEXT = { FromUserName: 'oA', MsgType: 'text' };

	/** A workflow of its own that replies to texts with a word in them. */
	const answers = (word: string, text: string) =>
		flow(word, [
			trigger({ triggerOn: ['text'], textCondition: 'contains', text: word }),
			reply({ text }),
		]);

	const hub = (paths: string[], parameters = {}, nodes = [trigger()]) => {
		const target = paths.map((to) => ({ to, name: `Target ${to}` }));
		const [first, ...rest] = nodes;
		const options = { forwardTo: { target } };
		return flow('Hub', [
			{ ...(first ?? trigger()), parameters: { ...parameters, options } },
			...rest,
		]);
	};

	const inbox = () => scene.simulator.platform.state.followers.get('oA')?.inbox ?? [];

	it.each(['plain', 'safe'] as const)(
		'brings the reply of the workflow that matches to the follower, from the first message on, in %s mode',
		async (mode) => {
			await scene.connect({}, mode === 'safe');
			scene.simulator.platform.state.addFollower('oA');
			const [price, lottery] = [answers('价格', '价格表'), answers('抽奖', '已报名')];
			const published = [await scene.publish(price), await scene.publish(lottery)];
			const entrance = await scene.publish(hub([price.webhookPath, lottery.webhookPath]), { mode });

			// The very first call after publishing, on cold webhooks.
			const { deliveries, reading } = await entrance.say('oA', '我要抽奖');
			expect(deliveries).toHaveLength(1);
			expect(reading).toMatchObject({
				kind: 'reply',
				content: { content: '已报名' },
				isEncrypted: mode === 'safe',
			});
			await entrance.say('oA', '价格多少');
			expect((await entrance.say('oA', '随便聊聊')).reading).toEqual({ kind: 'acknowledged' });
			expect(inbox().map(({ content }) => content)).toEqual([
				{ content: '已报名' },
				{ content: '价格表' },
			]);
			expect(await scene.n8n.waitForExecutions(entrance.id, 3)).toHaveLength(3);
			for (const { id } of published) {
				expect(await scene.n8n.waitForExecutions(id, 1)).toHaveLength(1);
			}
		},
	);

	it('forwards by URL, and what its own filters stop', async () => {
		await scene.connect();
		const lottery = await scene.publish(answers('抽奖', '已报名'));
		const entrance = await scene.publish(hub([lottery.url], { triggerOn: ['event.subscribe'] }));
		expect((await entrance.say('oA', '抽奖')).reading).toMatchObject({
			content: { content: '已报名' },
		});
		expect(await scene.n8n.executions(entrance.id)).toEqual([]);
	});

	it('gives its own reply when it is first, and waits for a target when it has none', async () => {
		await scene.connect();
		const slow = flow('Slow', [trigger(), wait(2), reply({ text: '两秒后' })]);
		await scene.publish(slow);
		const speaking = await scene.publish(
			hub([slow.webhookPath], {}, [trigger(), reply({ text: '马上' })]),
		);
		expect((await speaking.say('oA', '你好')).reading).toMatchObject({
			content: { content: '马上' },
		});
		const silent = await scene.publish(hub([slow.webhookPath], { respond: 'immediately' }));
		const { deliveries, reading } = await silent.say('oA', '在吗');
		expect(reading).toMatchObject({ kind: 'reply', content: { content: '两秒后' } });
		expect(deliveries).toHaveLength(1);
	});

	it('sends the late reply of a target as customer service message, after one acknowledgement', async () => {
		await scene.connect();
		scene.simulator.platform.state.addFollower('oA');
		const late = flow('Late', [trigger(), wait(6), reply({ text: '六秒后' })]);
		const target = await scene.publish(late);
		const entrance = await scene.publish(hub([late.webhookPath]));
		const { deliveries, reading } = await entrance.say('oA', '慢');
		expect(reading).toEqual({ kind: 'acknowledged' });
		expect(deliveries).toHaveLength(1);
		expect(deliveries[0]?.milliseconds).toBeLessThan(4_900);
		await scene.n8n.waitForExecutions(target.id, 1);
		expect(inbox()).toMatchObject([{ via: 'customerService', content: { content: '六秒后' } }]);
	});

	it('ignores a workflow that is not published, and says so in the log once a minute', async () => {
		await scene.connect();
		const [lottery, draft] = [answers('抽奖', '已报名'), answers('草稿', '不应出现')];
		await scene.publish(lottery);
		const entrance = await scene.publish(hub([draft.webhookPath, lottery.webhookPath]));
		const before = scene.log().length;
		for (const text of ['抽奖', '草稿']) await entrance.say('oA', text);
		expect((await entrance.say('oA', '抽奖吧')).reading).toMatchObject({
			content: { content: '已报名' },
		});
		const log = scene.log().slice(before);
		const told = log.split(`Target ${draft.webhookPath}`);
		expect(told).toHaveLength(2);
		expect(told[1]).toContain('Publish that workflow');
		expect(log).not.toContain('signature=');
	});

	it('starts each workflow once for a message that WeChat delivers again', async () => {
		await scene.connect();
		const lottery = answers('抽奖', '已报名');
		const target = await scene.publish(lottery);
		const entrance = await scene.publish(hub([lottery.webhookPath]));
		const message = { ...TEXT, Content: '抽奖', MsgId: '24690134567890123', CreateTime: 1 };
		const first = await entrance.push(message);
		expect((await entrance.push(message)).reading).toEqual(first.reading);
		expect(await scene.n8n.waitForExecutions(target.id, 1)).toHaveLength(1);
		expect(await scene.n8n.waitForExecutions(entrance.id, 1)).toHaveLength(1);
	});

	it('does not go live with a target that cannot work, and says why', async () => {
		const credentialId = await scene.connect();
		const loop = flow('Loop', [trigger()]);
		const target = [{ to: loop.webhookPath }];
		const [first] = loop.nodes as Array<{ parameters: object }>;
		if (first) first.parameters = { options: { forwardTo: { target } } };
		const cases = [
			{ ...hub(['ftp://example.com/x']), problem: 'is neither a webhook path nor' },
			{ ...loop, problem: 'cannot forward to itself' },
		];
		// n8n tries for a while before it gives up.
		const attempts = cases.map(async ({ webhookPath, problem, ...workflow }) => {
			const id = await scene.n8n.importWorkflow(workflow, credentialId);
			const before = scene.log().length;
			const refused = await scene.n8n.publish(id).then(
				() => '',
				(error: unknown) => String(error),
			);
			await until('n8n tells why', async () =>
				`${refused}${scene.log().slice(before)}`.includes(problem) ? true : undefined,
			);
			const { status } = await fetch(`${scene.n8n.url}/webhook/${webhookPath}`);
			await scene.n8n.unpublish(id);
			return status;
		});
		expect(await Promise.all(attempts)).toEqual([404, 404]);
	});
});
