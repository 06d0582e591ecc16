import { addComment, seed } from '../../simulator/control';
import { onBothStores } from '../lib/onBothStores';

const ARTICLE = 2247490098;
const NODE = 'weChatComments';

onBothStores('WeChat Comments', (n8n) => {
	const platform = () => n8n.simulator.platform;
	const comments = () => platform().state.article(ARTICLE, 0)?.comments ?? [];
	const contents = (items: Array<Record<string, unknown>> = []) =>
		items.map(({ content }) => content);
	const minutesOn = (minutes: number) => ({
		now: new Date(platform().state.clock.now() + minutes * 60_000).toISOString(),
	});

	it('watches, gives each new comment once, answers and features it', async () => {
		seed(platform(), { articles: [{ msgDataId: ARTICLE, title: '一' }] });
		const watch = { operation: 'watchArticle', articlesFrom: 'entered', articles: String(ARTICLE) };
		const watched = await n8n.run(NODE, watch);
		expect(watched.error).toBeUndefined();
		expect(watched.outputs[0]).toMatchObject([{ articleId: `${ARTICLE}_1`, isNew: true }]);

		for (const content of ['={{ $execution.id }}', '很好很好很好', '=1+1']) {
			addComment(platform(), { msgDataId: ARTICLE, content, openId: 'oAmy' });
		}
		const found = await n8n.run(NODE, { operation: 'getNew' });
		expect(contents(found.outputs[0])).toEqual(['={{ $execution.id }}', '很好很好很好', '=1+1']);
		const later = { operation: 'getNew', options: minutesOn(2) };
		expect((await n8n.run(NODE, later)).outputs.flat()).toEqual([]);

		const items = (found.outputs[0] ?? []).map((item) => ({ ...item, reply: item.content }));
		const replied = await n8n.run(NODE, { operation: 'reply' }, items.slice(0, 2));
		expect(replied.outputs[0]?.map(({ replyText }) => replyText)).toEqual([
			'={{ $execution.id }}',
			'很好很好很好',
		]);
		const again = await n8n.run(NODE, { operation: 'reply', text: '别的' }, items.slice(0, 2));
		expect(again.outputs[1]?.map(({ replyStatus }) => replyStatus)).toEqual([
			'alreadySent',
			'alreadySent',
		]);
		const featured = await n8n.run(NODE, { operation: 'feature', perDay: 1 }, items);
		expect(contents(featured.outputs[0])).toEqual(['={{ $execution.id }}']);
		expect(featured.outputs[1]?.map(({ reason }) => reason)).toEqual(['dayFull', 'dayFull']);
		expect(comments().map(({ reply }) => reply?.content)).toEqual([
			'={{ $execution.id }}',
			'很好很好很好',
			undefined,
		]);
		const rows = await n8n.rows('comments');
		const states = rows.map(({ userCommentId, state, repliedBy }) =>
			[userCommentId, state, repliedBy].join(' ').trim(),
		);
		expect(states.sort()).toEqual(['1 answered flow', '2 answered flow', '3 new']);
	});

	it('notices what a person answers in the console, and what is deleted', async () => {
		const last = comments().at(-1);
		if (last) last.reply = { content: '亲自回复', createTime: last.createTime };
		const { outputs } = await n8n.run(NODE, { operation: 'getNew', options: minutesOn(4) });
		expect(contents(outputs[1])).toEqual(['=1+1']);
		const gone = addComment(platform(), { msgDataId: ARTICLE, content: '收回' });
		await n8n.run(NODE, { operation: 'getNew', options: minutesOn(6) });
		gone.isDeletedByUser = true;
		const after = await n8n.run(NODE, { operation: 'getNew', options: minutesOn(8) });
		expect(contents(after.outputs[2])).toEqual(['收回']);
	});
});
