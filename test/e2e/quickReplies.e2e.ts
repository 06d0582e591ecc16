import { trigger } from './lib/nodes';
import { flow, useScene } from './lib/scene';

const HOURS = '每天 9:00–21:00';
const REPLIES = {
	reply: [{ match: 'equals', words: '营业时间，几点开门', replyType: 'text', text: HOURS }],
};

describe('quick replies', () => {
	const scene = useScene();

	/** One trigger, with a node behind each of its outputs. */
	const workflow = () => {
		const nodes = ['Message', 'Answered'].map((name) => ({ name, type: 'n8n-nodes-base.noOp' }));
		const made = flow('Quick replies', [trigger({ quickReplies: REPLIES }), ...nodes]);
		const main = nodes.map(({ name }) => [{ node: name, type: 'main', index: 0 }]);
		return { ...made, connections: { Trigger: { main } } };
	};

	it.each(['plain', 'safe'] as const)(
		'are given by the trigger alone in %s mode, and recorded by a run some seconds later',
		async (mode) => {
			await scene.connect({}, mode === 'safe');
			const published = await scene.publish(workflow(), { mode });
			const once = {
				FromUserName: 'oA',
				MsgType: 'text',
				Content: '營業時間！',
				MsgId: '24690134567890123',
			};

			const { deliveries, reading } = await published.push(once);
			expect(deliveries).toHaveLength(1);
			expect(reading).toMatchObject({
				kind: 'reply',
				content: { content: HOURS },
				isEncrypted: mode === 'safe',
			});
			const again = await published.push(once);
			expect(again.reading).toEqual(reading);
			await published.say('oB', '麻烦几点开门啊');
			expect(await scene.n8n.executions(published.id)).toEqual([]);

			const [run] = await scene.n8n.waitForExecutions(published.id, 1);
			expect(run?.status).toBe('success');
			expect(run?.outputs.Trigger).toMatchObject([
				[],
				[
					{ json: { MsgId: once.MsgId, wechat: { quickReply: { content: HOURS } } } },
					{ json: { FromUserName: 'oB' } },
				],
			]);
			expect(run?.items.Answered).toHaveLength(2);
			expect(run?.items.Message).toBeUndefined();
		},
	);

	it('are recorded as soon as another message has started the workflow', async () => {
		await scene.connect();
		const published = await scene.publish(workflow());
		expect((await published.say('oA', '营业时间')).reading).toMatchObject({ kind: 'reply' });
		expect((await published.say('oA', '有茶吗')).reading).toEqual({ kind: 'acknowledged' });
		const runs = await scene.n8n.waitForExecutions(published.id, 2);
		const given = (name: string) => runs.flatMap(({ items }) => items[name] ?? []);
		expect(given('Message')).toMatchObject([{ json: { Content: '有茶吗' } }]);
		expect(given('Answered')).toMatchObject([{ json: { Content: '营业时间' } }]);
	});
});
