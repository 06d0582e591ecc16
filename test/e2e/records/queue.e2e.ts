/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { describeRecords, type specimen } from '../../harness/recordsContract';
import { push } from '../../simulator/push';
import { flow } from '../lib/flow';
import { until } from '../lib/n8n';
import { trigger } from '../lib/nodes';
import { newAppId, useStore } from '../lib/onBothStores';
import { openProbe, throughProbe, type Call } from '../lib/probe';
import { startQueue, type QueueN8n } from '../lib/queue';

const WORKERS = 2;
const PEOPLE = 20;
const START_MS = 240_000;

/** Only where PostgreSQL and Redis are; the suite says so in its name. */
const inQueueMode = process.env.N8N_TEST_QUEUE === 'yes' ? describe : describe.skip;

inQueueMode('n8n in queue mode with two workers', () => {
	let queue: QueueN8n;
	beforeAll(async () => {
		queue = await startQueue(WORKERS);
	}, START_MS);
	const scene = useStore('dataTables', async () => await Promise.resolve(queue.server.client));

	let call: Call;
	beforeAll(async () => {
		call = await openProbe(scene);
		// The first one waits until a worker has started.
		await throughProbe(call, 'wechat_first').read({} as typeof specimen);
	}, START_MS);
	afterAll(async () => {
		await queue.stop();
	}, START_MS);

	describeRecords(
		"n8n's Data tables on PostgreSQL",
		async () => await Promise.resolve(throughProbe(call, `wechat_${newAppId().slice(-8)}`)),
		60_000,
	);

	it('records a message, finds its answer and gives it, for many at the same moment', async () => {
		const { webhookPath, ...workflow } = flow('Messages', [
			trigger(),
			{
				name: 'Record',
				type: 'weChatContacts',
				parameters: { resource: 'contact', operation: 'record' },
			},
			{ name: 'Route', type: 'weChatKeywordRouter', parameters: { operation: 'route' } },
			{ name: 'Reply', type: 'weChatReply', parameters: { text: '={{ $json.reply }}' } },
		]);
		const route = { node: 'Route', type: 'main', index: 0 };
		Object.assign(workflow.connections as object, { Record: { main: [[route], [route]] } });
		const { server } = queue;
		const id = await server.client.importWorkflow(workflow, scene.credentials);
		await server.client.publish(id);
		const { state } = scene.simulator.platform;
		state.callback.url = await server.client.webhookIsLive(webhookPath);

		const people = Array.from({ length: PEOPLE }, (_, number) => `oQueue${number}`);
		const ask = async (FromUserName: string) =>
			await push(state, { FromUserName, MsgType: 'text', Content: '品牌介绍' });
		// The tables are made by the first one.
		await ask('oFirst');
		for (const openId of people) state.addFollower(openId);
		await Promise.all(people.map(ask));
		// As the reply, or a little later as a message where the machine is slower than WeChat waits; once in either case.
		const texts = await until('everybody has an answer', async () => {
			const inboxes = people.map((openId) => state.followers.get(openId)?.inbox ?? []);
			if (inboxes.some(({ length }) => length === 0)) return undefined;
			return inboxes.map((inbox) => inbox.map(({ content }) => JSON.stringify(content)));
		});
		expect(texts).toEqual(people.map(() => [expect.stringContaining('感谢关注')]));
		expect(people.map((openId) => state.followers.get(openId)?.apologies)).toEqual(
			people.map(() => 0),
		);
		await server.client.unpublish(id);

		const openIds = async (table: string) =>
			(await scene.rows(table)).map(({ openId }) => openId).sort();
		const expected = ['oFirst', ...people].sort();
		for (const table of ['contacts', 'interactions', 'keyword_hits']) {
			expect([table, await openIds(table)]).toEqual([table, expected]);
		}
	}, 120_000);

	it('writes down once what comes to several workers at the same moment', async () => {
		const record = await scene.publish('weChatContacts', {
			resource: 'contact',
			operation: 'record',
		});
		const item = {
			FromUserName: 'oTwice',
			MsgType: 'text',
			Content: '你好',
			wechat: { kind: 'text', openId: 'oTwice', dedupeKey: 'oTwice:1', receivedAt: Date.now() },
		};
		await Promise.all(Array.from({ length: 6 }, async () => await record([item])));
		const of = async (table: string) =>
			(await scene.rows(table)).filter(({ openId }) => openId === 'oTwice');
		expect(await of('interactions')).toHaveLength(1);
		expect(await of('contacts')).toHaveLength(1);
	}, 120_000);
});
