import { action, splitWords, trigger } from './lib/nodes';
import { flow, useScene } from './lib/scene';

const SEND = '/cgi-bin/message/template/send';
const TEMPLATE = { id: 'T1', title: '通知', content: '内容：{{thing1.DATA}}', example: '' };

const sendTemplate = (settings = {}) =>
	action(
		'templateMessage',
		'send',
		{
			openId: '={{ $json.openId }}',
			templateId: { __rl: true, mode: 'id', value: 'T1' },
			fields: { mappingMode: 'defineBelow', value: { thing1: '您好' }, schema: [] },
		},
		settings,
	);

const tagUsers = (settings = {}) =>
	action(
		'tag',
		'tagUsers',
		{ tag: { __rl: true, mode: 'name', value: '活跃' }, openIds: '={{ $json.openId }}' },
		settings,
	);

describe('actions of a published flow', () => {
	const scene = useScene();
	const calls = (path: string) =>
		scene.simulator.platform.journal.filter((call) => call.path === path);

	/** Publishes a flow that acts on every word of a message, and writes that message. */
	const act = async (node: ReturnType<typeof action>, words: string) => {
		await scene.connect();
		const { state } = scene.simulator.platform;
		state.templates.push(TEMPLATE);
		for (const openId of words.split(' ')) state.addFollower(openId);
		// The clock of the platform is moved, that of n8n is not.
		const options = { timestampTolerance: 0 };
		const start = trigger({ respond: 'immediately', triggerOn: ['text'], options });
		const nodes = [start, splitWords, node];
		const published = await scene.publish(flow('Actions', nodes));
		const run = async () => {
			const before = (await scene.n8n.executions(published.id)).length;
			await published.say('oOperator', words);
			const executions = await scene.n8n.waitForExecutions(published.id, before + 1, 40_000);
			return executions.at(-1);
		};
		return { run, state, platform: scene.simulator.platform };
	};

	it('works on every item, in order, not only on the first', async () => {
		const { run, state } = await act(sendTemplate(), 'oA oB oC');
		const execution = await run();
		expect(execution?.items.Action?.map(({ json }) => json.openId)).toEqual(['oA', 'oB', 'oC']);
		expect(calls(SEND)).toHaveLength(3);
		expect(state.followers.get('oC')?.inbox).toHaveLength(1);
	});

	it('gets one token for all calls, never by the old call that kicks others out', async () => {
		const { run } = await act(sendTemplate(), 'oA oB oC');
		await run();
		await run();
		expect(calls('/cgi-bin/stable_token')).toHaveLength(1);
		expect(calls('/cgi-bin/token')).toHaveLength(0);
	});

	it('never shows an errcode as success (43004)', async () => {
		const { run, state } = await act(sendTemplate(), 'oA');
		const follower = state.followers.get('oA');
		if (follower) follower.isFollowing = false;
		const execution = await run();
		expect(execution?.status).toBe('error');
		expect(execution?.error?.message).toContain('43004');
		expect(execution?.error?.description).toBeTruthy();
	});

	it('fails one item and goes on with the rest (43004, Continue On Fail)', async () => {
		const { run, state } = await act(
			sendTemplate({ onError: 'continueRegularOutput' }),
			'oA oB oC',
		);
		const follower = state.followers.get('oB');
		if (follower) follower.isFollowing = false;
		const execution = await run();
		expect(execution?.status).toBe('success');
		const items = execution?.items.Action ?? [];
		expect(items).toHaveLength(3);
		expect(items[1]?.json).toMatchObject({ details: { errcode: 43004 } });
		expect(items[2]?.json.msgId).toBeTruthy();
	});

	it('renews a token that is revoked between two items, and doubles nothing', async () => {
		const { run, state, platform } = await act(sendTemplate(), 'oA oB oC');
		platform.faults.add({ path: SEND, after: 1, revokeToken: true });
		const execution = await run();
		expect(execution?.error?.message).toBeUndefined();
		for (const openId of ['oA', 'oB', 'oC']) {
			expect(state.followers.get(openId)?.inbox).toHaveLength(1);
		}
	});

	it('renews a token that has expired', async () => {
		const { run, state } = await act(sendTemplate(), 'oA');
		await run();
		state.clock.advance(3 * 3_600_000);
		expect((await run())?.error?.message).toBeUndefined();
		expect(calls('/cgi-bin/stable_token').length).toBeGreaterThan(1);
	});

	it('tries again when WeChat is busy twice (-1)', async () => {
		const { run, state, platform } = await act(sendTemplate(), 'oA');
		platform.faults.add({ path: SEND, times: 2, errcode: -1 });
		expect((await run())?.error?.message).toBeUndefined();
		expect(state.followers.get('oA')?.inbox).toHaveLength(1);
	});

	it('does not repeat a write whose outcome is unknown (reset)', async () => {
		const { run, state, platform } = await act(sendTemplate(), 'oA');
		platform.faults.add({ path: SEND, reset: 'after' });
		const execution = await run();
		expect(execution?.status).toBe('error');
		expect(execution?.error?.message).toContain('broke before the answer came');
		expect(state.followers.get('oA')?.inbox).toHaveLength(1);
		expect(calls(SEND)).toHaveLength(1);
	});

	it('repeats a read after a reset', async () => {
		const { run, platform } = await act(
			action('user', 'get', { openId: '={{ $json.openId }}' }),
			'oA',
		);
		platform.faults.add({ path: '/cgi-bin/user/info', times: 2, reset: 'before' });
		expect((await run())?.items.Action?.[0]?.json).toMatchObject({ openId: 'oA' });
	});

	it('says when the quota comes back (45009)', async () => {
		const { run, platform } = await act(sendTemplate(), 'oA');
		platform.faults.add({ path: SEND, errcode: 45009 });
		const execution = await run();
		expect(execution?.error?.message).toContain('45009');
		expect(execution?.error?.description).toMatch(/midnight|00:00/i);
		expect(calls(SEND)).toHaveLength(1);
	});

	it('sends the two failed ids again and only them (45171)', async () => {
		const { run, state } = await act(tagUsers(), 'oA oB oC oD');
		state.partialTagFailures = [['oB', 'oD']];
		const execution = await run();
		expect(execution?.items.Action).toHaveLength(4);
		const lists = calls('/cgi-bin/tags/members/batchtagging').map(
			({ body }) => (body as { openid_list: string[] }).openid_list,
		);
		expect(lists).toEqual([
			['oA', 'oB', 'oC', 'oD'],
			['oB', 'oD'],
		]);
	});

	it.each([
		['something that is not JSON', { body: '<html>gateway</html>' }, 'not JSON'],
		['an HTTP error', { status: 502, body: 'Bad Gateway' }, 'HTTP 502'],
		['half an answer', { body: '{"errcode":0,"msgid":' }, 'not JSON'],
	])('explains %s and sends nothing twice', async (_what, fault, message) => {
		const { run, platform } = await act(sendTemplate(), 'oA');
		platform.faults.add({ path: SEND, ...fault });
		const execution = await run();
		expect(execution?.error?.message).toContain(message);
		expect(calls(SEND)).toHaveLength(1);
	});

	it('prints no secret: not in logs, errors, executions or the exported workflow', async () => {
		const { run, platform } = await act(sendTemplate(), 'oA');
		await run();
		platform.faults.add({ path: SEND, times: 5, reset: 'before' });
		const failed = await run();
		expect(failed?.status).toBe('error');
		const { account, tokens } = platform.state;
		const secrets = [
			account.appSecret,
			account.encodingAesKey,
			...tokens.map(({ value }) => value),
		];
		const [workflow] = await scene.n8n.api<unknown[]>('GET', '/workflows');
		const shown = [scene.log(), failed?.stored ?? '', JSON.stringify(workflow)].join('\n');
		for (const secret of secrets) expect(shown).not.toContain(secret);
		expect(shown).not.toContain(account.token);
	});

	it('stays quiet while it works', async () => {
		const before = scene.log().length;
		const { run } = await act(sendTemplate(), 'oA oB');
		await run();
		expect(scene.log().slice(before)).not.toMatch(/error|warn|deprecat/i);
	});
});
