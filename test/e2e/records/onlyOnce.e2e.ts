import { addComment, seed } from '../../simulator/control';
import { onBothStores } from '../lib/onBothStores';

const ARTICLE = 2247490098;
const NODE = 'weChatOfficialAccount';
const CUSTOM = '/cgi-bin/message/custom/send';
const TEMPLATE = '/cgi-bin/message/template/send';

const once = { onlyOnce: true };
const text = {
	...once,
	resource: 'customerServiceMessage',
	operation: 'sendText',
	openId: '={{ $json.wechat.openId }}',
	text: '收到',
};
const message = (openId: string, id = '1') => ({
	wechat: { openId, dedupeKey: `${openId}:={{ $execution.id }}:${id}` },
});

onBothStores('WeChat Official Account, Only Once', (n8n) => {
	const platform = () => n8n.simulator.platform;
	const follow = (openId: string) => {
		const { state } = platform();
		const follower = state.addFollower(openId, { wroteAt: state.clock.now() });
		state.allow(follower, 50, 3_600_000);
		return follower;
	};

	it('sends a customer service message once, whatever node has sent it', async () => {
		const follower = follow('oText');
		const own = { ...text, onlyOnceKey: 'birthday-2026' };
		const first = await n8n.run(NODE, own, [message('oText')]);
		expect(first.error).toBeUndefined();
		expect(first.outputs[0]).toMatchObject([{ openId: 'oText', sent: true }]);
		const second = await n8n.run(NODE, own, [message('oText')]);
		expect(second.outputs[0]).toEqual([{ ...first.outputs[0]?.[0], alreadySent: true }]);
		expect(follower.inbox).toHaveLength(1);
		expect(await n8n.rows('sent_log')).toMatchObject([
			{
				key: 'customerServiceMessage.sendText:oText:birthday-2026',
				what: 'Customer service message',
				openId: 'oText',
				state: 'sent',
			},
		]);
	});

	it('replies to a comment once, without any key', async () => {
		seed(platform(), { articles: [{ msgDataId: ARTICLE, title: '一' }] });
		const comment = addComment(platform(), { msgDataId: ARTICLE, content: '好', openId: 'oAmy' });
		const reply = {
			...once,
			resource: 'comment',
			operation: 'reply',
			article: { __rl: true, mode: 'id', value: String(ARTICLE) },
			userCommentId: String(comment.id),
			content: '谢谢',
		};
		const first = await n8n.run(NODE, reply);
		expect(first.outputs[0]).toMatchObject([{ isReplied: true }]);
		const second = await n8n.run(NODE, { ...reply, content: '再次感谢' });
		expect(second.outputs[0]).toEqual([{ ...first.outputs[0]?.[0], alreadySent: true }]);
		expect(comment.reply?.content).toBe('谢谢');
	});

	it('sends a template message again that was broken off, and WeChat drops the second one', async () => {
		const follower = follow('oTemplate');
		platform().state.templates.push({
			id: 'T1',
			title: '通知',
			content: '内容：{{thing1.DATA}}',
			example: '',
		});
		platform().faults.add({ path: TEMPLATE, reset: 'after' });
		const template = {
			...once,
			onlyOnceKey: 'order-7',
			resource: 'templateMessage',
			operation: 'send',
			openId: 'oTemplate',
			templateId: { __rl: true, mode: 'id', value: 'T1' },
			fields: { mappingMode: 'defineBelow', value: { thing1: '书' } },
		};
		const broken = await n8n.run(NODE, template);
		expect(broken.error).toBeDefined();
		const again = await n8n.run(NODE, template);
		expect(again.outputs[0]).toMatchObject([{ openId: 'oTemplate' }]);
		expect(again.outputs[0]?.[0]).not.toHaveProperty('alreadySent');
		const third = await n8n.run(NODE, template);
		expect(third.outputs[0]).toMatchObject([{ alreadySent: true }]);
		expect(follower.inbox).toHaveLength(1);
	});

	it('goes on where a run failed when n8n retries it, and never repeats what broke off', async () => {
		const openIds = ['oOne', 'oTwo', 'oThree', 'oFour'];
		const followers = openIds.map(follow);
		platform().faults.add({ path: CUSTOM, errcode: 45015, after: 1, times: 20 });
		const failed = await n8n.run(
			NODE,
			text,
			openIds.map((openId) => message(openId)),
		);
		expect(failed.status).toBe('error');
		platform().faults.clear();

		const { id } = failed.execution;
		const { workflowId } = await n8n.client.api<{ workflowId: string }>('GET', `/executions/${id}`);
		await n8n.client.api('POST', `/executions/${id}/retry`, { loadWorkflow: false });
		const retried = (await n8n.client.waitForExecutions(workflowId, 2)).at(-1);
		expect(retried?.status).toBe('success');
		const items = (retried?.items.Subject ?? []).map(({ json }) => json);
		expect(items.map(({ openId, sent }) => [openId, sent])).toEqual(
			openIds.map((openId) => [openId, true]),
		);
		expect(items.some(({ alreadySent }) => alreadySent === true)).toBe(true);
		expect(followers.map(({ inbox }) => inbox.length)).toEqual([1, 1, 1, 1]);
	});

	it('sends one of deliveries at the same moment, and tells what is unknown', async () => {
		const follower = follow('oTwice');
		const call = await n8n.publish(NODE, text);
		const results = await Promise.all([1, 2, 3].map(async () => await call([message('oTwice')])));
		expect(follower.inbox).toHaveLength(1);
		const flags = results
			.flat()
			.map(({ alreadySent, underWay }) => alreadySent ?? underWay ?? false);
		expect(flags.filter((flag) => flag === false)).toHaveLength(1);

		platform().faults.add({ path: CUSTOM, reset: 'after' });
		await call([message('oTwice', '2')]).catch(() => undefined);
		expect(await call([message('oTwice', '2')])).toMatchObject([
			{ openId: 'oTwice', unknown: true },
		]);
		expect(follower.inbox).toHaveLength(2);
	});
});
