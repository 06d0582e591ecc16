/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { addComment, seed } from '../simulator/control';
import { sample, useScene } from './lib/scene';

type Node = { webhookId?: string };

describe('the sample workflows, as imported', () => {
	const scene = useScene();
	const state = () => scene.simulator.platform.state;

	it('Reply to messages and tag the sender', async () => {
		await scene.connect();
		const workflow = sample('reply-to-messages-and-tag-the-sender');
		const { webhookId } = (workflow.nodes as Node[]).find(({ webhookId: id }) => id) ?? {};
		const published = await scene.publish({ ...workflow, webhookPath: `${webhookId}/wechat` });
		state().addFollower('oFan');
		const { reading } = await published.say('oFan', '在吗');
		expect(reading).toMatchObject({
			kind: 'reply',
			content: { content: expect.stringContaining('在吗') },
		});
		const welcome = await published.push({
			FromUserName: 'oFan',
			MsgType: 'event',
			Event: 'subscribe',
			EventKey: '',
		});
		expect(welcome.reading).toMatchObject({
			content: { content: expect.stringContaining('欢迎关注') },
		});
		const executions = await scene.n8n.waitForExecutions(published.id, 2);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		const names = new Map([...state().tags.values()].map(({ id, name }) => [id, name]));
		const tags = state()
			.followers.get('oFan')
			?.tagIds.map((id) => names.get(id));
		expect(tags?.sort()).toEqual(['新粉丝', '活跃粉丝'].sort());
	});

	it('Answer new article comments', async () => {
		await scene.connect();
		seed(scene.simulator.platform, { articles: [{ msgDataId: 2247490098, daysAgo: 1 }] });
		const published = await scene.publish(sample('answer-new-article-comments'));
		const platform = scene.simulator.platform;
		const question = addComment(platform, {
			msgDataId: 2247490098,
			content: '多少钱？',
			openId: 'oA',
		});
		const praise = addComment(platform, {
			msgDataId: 2247490098,
			content: '写得真好',
			openId: 'oB',
		});
		await published.poll();
		await scene.n8n.waitForExecutions(published.id, 1);
		expect(question.reply?.content).toContain('您的问题');
		expect(praise.reply?.content).toContain('感谢');
		expect(praise.isElected).toBe(true);
		expect(question.isElected).toBe(false);
	});

	it('Send a template message', async () => {
		await scene.connect();
		const workflow = sample('send-a-template-message');
		await scene.publish(workflow);
		state().templates.push({
			id: 'T1',
			title: '订单发货通知',
			content: '订单号：{{character_string1.DATA}}\n商品：{{thing2.DATA}}',
			example: '',
		});
		state().addFollower('oA');
		const { webhookId } = (workflow.nodes as Node[]).find(({ webhookId: id }) => id) ?? {};
		expect(webhookId).toBeTruthy();
		const ask = async (openId: string) => {
			const body = { openId, templateId: 'T1', orderNo: 'A1001', product: '书' };
			for (;;) {
				const response = await fetch(`${scene.n8n.url}/webhook/send-template-message`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
				});
				if (response.status !== 404) return (await response.json()) as Record<string, unknown>;
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
		};
		expect(await ask('oA')).toMatchObject({ sent: true });
		expect(state().followers.get('oA')?.inbox).toMatchObject([
			{ via: 'template', type: '订单发货通知' },
		]);
		const refused = await ask('oStranger');
		expect(refused).toMatchObject({ sent: false, reason: expect.stringContaining('40003') });
	});
});
