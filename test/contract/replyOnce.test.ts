import { useAccount } from '../harness/account';
import { dataTablesOf } from '../harness/dataTables';
import { runNode } from '../harness/engine';
import { hostFlow, type HostedFlow } from '../harness/triggers';
import { push } from '../simulator/push';

const CUSTOM = '/cgi-bin/message/custom/send';
const parameters = { replyType: 'text', text: '收到', onlyOnce: true };
const TEXT = { FromUserName: 'oA', MsgType: 'text', Content: '你好', MsgId: '7001' };

describe('WeChat Reply, Only Once', () => {
	const account = useAccount();
	const flows: HostedFlow[] = [];
	beforeEach(() => {
		const { state } = account;
		state.allow(state.addFollower('oA', { wroteAt: state.clock.now() }), 500, 3_600_000);
	});
	afterEach(async () => {
		for (const flow of flows.splice(0)) {
			await flow.settled();
			await flow.close();
		}
	});

	/** WeChat delivers the message to a process that has not seen it; gives what it was answered. */
	const deliver = async (process: string, more: object = {}) => {
		const trigger = { name: 'Trigger', type: 'weChatOfficialAccountTrigger', id: process };
		const reply = { name: 'Reply', type: 'weChatReply', id: 'reply', parameters };
		const flow = await hostFlow(
			[trigger, { ...reply, parameters: { ...parameters, ...more } }] as never,
			account.credentials,
		);
		flows.push(flow);
		account.state.callback.url = flow.url;
		const { reading } = await push(account.state, TEXT as never);
		await flow.settled();
		return { reading, item: flow.runs.at(-1)?.Reply?.[0]?.json };
	};
	/** The same message when its five seconds are over. */
	const late = async (dedupeKey = 'oA:7001') => {
		const wechat = {
			kind: 'text',
			openId: 'oA',
			dedupeKey,
			accountId: 'gh1',
			replyBefore: '2020-01-01T00:00:00Z',
			encrypted: false,
		};
		const spec = { type: 'weChatReply', id: 'reply', parameters };
		return await runNode(spec, [{ ...TEXT, wechat }], account.credentials);
	};

	it('does not send late what was answered in time', async () => {
		const { reading, item } = await deliver('one');
		expect(reading).toMatchObject({ kind: 'reply', content: { content: '收到' } });
		expect(item).toMatchObject({ sentAs: 'passiveReply' });
		expect((await late()).items[0]?.json).toEqual({ ...item, alreadySent: true });
		expect(account.calls(CUSTOM)).toEqual([]);
	});

	it('does not answer what was sent late, and tells WeChat that it was received', async () => {
		expect((await late()).items[0]?.json).toMatchObject({ sentAs: 'customerServiceMessage' });
		const { reading, item } = await deliver('two');
		expect(reading.kind).toBe('acknowledged');
		expect(item).toMatchObject({ alreadySent: true, sentAs: 'customerServiceMessage' });
		expect(account.calls(CUSTOM)).toHaveLength(1);
	});

	it('answers once more when WeChat asks once more: the answer before did not arrive', async () => {
		await deliver('three');
		const { reading, item } = await deliver('four');
		expect(reading).toMatchObject({ kind: 'reply', content: { content: '收到' } });
		expect(item).toMatchObject({ alreadySent: true, sentAs: 'passiveReply' });
	});

	it('sends late once, whatever comes at the same moment', async () => {
		await Promise.all([late(), late(), late()]);
		await late('oA:7002');
		expect(account.calls(CUSTOM)).toHaveLength(2);
	});

	it('never repeats a late reply that was broken off, and says so', async () => {
		account.simulator.platform.faults.add({ path: CUSTOM, reset: 'after' });
		expect((await late()).error).toBeDefined();
		expect((await late()).items[0]?.json).toMatchObject({
			unknown: true,
			sentKey: expect.stringMatching(/^reply:oA:oA:7001@/) as string,
		});
		expect(account.calls(CUSTOM)).toHaveLength(1);
	});

	it('keeps no record of no reply', async () => {
		await deliver('five', { replyType: 'none' });
		expect(dataTablesOf(account.credentials).rows('sent_log')).toEqual([]);
	});
});
