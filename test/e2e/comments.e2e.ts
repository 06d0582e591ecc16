import { trigger } from './lib/nodes';
import { until } from './lib/n8n';
import { flow, useScene } from './lib/scene';
import { addComment, seed } from '../simulator/control';

const MSG_DATA_ID = 2247490098;

describe('new comments in a published flow', () => {
	const scene = useScene();
	const comment = (content: string, msgDataId = MSG_DATA_ID) =>
		addComment(scene.simulator.platform, { msgDataId, content, openId: 'oA' });
	const publish = async (parameters: Record<string, unknown>) =>
		await scene.publish(
			flow('Comments', [
				{
					...trigger(parameters, 'Comments'),
					type: 'weChatCommentTrigger',
				},
			]),
		);
	const firstPoll = async () => {
		const { platform } = scene.simulator;
		const hasListed = () => platform.journal.some(({ path }) => path.endsWith('/comment/list'));
		await until('the first poll', async () => (hasListed() ? true : undefined));
	};
	const contents = async (id: string, count: number) => {
		const executions = await scene.n8n.waitForExecutions(id, count);
		return executions.flatMap(({ items }) => items.Comments?.map(({ json }) => json.content) ?? []);
	};

	it('starts with what is new, once for each comment, also after failed polls', async () => {
		await scene.connect();
		const { platform } = scene.simulator;
		seed(platform, { articles: [{ msgDataId: MSG_DATA_ID, title: '新品发布', daysAgo: 1 }] });
		const old = comment('早就有的');
		old.createTime -= 3_600;
		const { id, poll } = await publish({ watch: 'recent', days: 3 });
		await firstPoll();
		comment('第一条');
		await poll();
		expect(await contents(id, 1)).toEqual(['第一条']);
		// The cursor is stored with the items, so nothing comes twice and nothing is lost.
		platform.faults.add({ path: '/cgi-bin/comment/list', errcode: 50002 });
		comment('第二条');
		await poll();
		comment('第三条');
		await poll();
		expect((await contents(id, 2)).sort()).toEqual(['第一条', '第三条', '第二条'].sort());
		await poll();
		await poll();
		expect(await contents(id, 2)).toHaveLength(3);
		const [first] = await scene.n8n.executions(id);
		expect(first?.items.Comments?.[0]?.json).toMatchObject({
			userCommentId: '2',
			msgDataId: String(MSG_DATA_ID),
			index: 0,
			openId: 'oA',
			articleTitle: '新品发布',
			articleUrl: expect.stringContaining(String(MSG_DATA_ID)),
			isReplied: false,
			isElected: false,
			ageMinutes: 0,
		});
	});

	it('watches chosen articles, by ID and by URL, never asking for 50 comments', async () => {
		await scene.connect();
		const { platform } = scene.simulator;
		seed(platform, {
			articles: [
				{ msgDataId: MSG_DATA_ID, daysAgo: 0 },
				{ msgDataId: 2247490099, index: 1, daysAgo: 0 },
			],
		});
		const url = 'https://mp.weixin.qq.com/s?__biz=MzA3&mid=2247490099&idx=2&sn=ab';
		const { id, poll } = await publish({ watch: 'chosen', articles: `${MSG_DATA_ID}\n${url}` });
		await firstPoll();
		comment('甲');
		addComment(platform, { msgDataId: 2247490099, index: 1, content: '乙' });
		await poll();
		// The first poll may still have been at the second article.
		const found = await until('both are there', async () => {
			const all = await contents(id, 1);
			return all.length > 1 ? all : undefined;
		});
		expect(found.sort()).toEqual(['甲', '乙'].sort());
		const counts = platform.journal
			.filter(({ path }) => path === '/cgi-bin/comment/list')
			.map(({ body }) => (body as { count: number }).count);
		expect(Math.max(...counts)).toBeLessThan(50);
	});

	it('says why it cannot watch an account without comments', async () => {
		await scene.connect();
		scene.simulator.platform.state.account.hasComments = false;
		seed(scene.simulator.platform, { articles: [{ msgDataId: MSG_DATA_ID }] });
		await publish({ watch: 'chosen', articles: String(MSG_DATA_ID) });
		await until('n8n tells why', async () => (/88000/.test(scene.log()) ? true : undefined));
	});
});
