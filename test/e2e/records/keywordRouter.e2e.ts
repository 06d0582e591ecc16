import { INJECTIONS } from '../../harness/recordsContract';
import { onBothStores } from '../lib/onBothStores';

type Json = Record<string, unknown>;

const NODE = 'weChatKeywordRouter';
const NOW = Date.now();

onBothStores('WeChat Keyword Router', (scene) => {
	const message = (text: string, place = 1, more: Json = {}): Json => ({
		Content: text,
		FromUserName: `o${place}`,
		wechat: {
			kind: 'text',
			openId: `o${place}`,
			appId: scene.appId,
			dedupeKey: `o${place}:${text}`,
			receivedAt: new Date(NOW).toISOString(),
		},
		...more,
	});
	const run = async (operation: string, items: Json[] = [{}], parameters: Json = {}) => {
		const ran = await scene.run(NODE, { operation, ...parameters }, items);
		expect(ran.error?.message).toBeUndefined();
		return ran.outputs;
	};
	const repliesOf = (list: Json[] | undefined) => list?.map(({ reply }) => reply);

	it('Add Keyword fills the library, which begins with examples; a word is there once', async () => {
		const row = { keyword: '停车', reply: '={{ $json.reply }}', questions: '你们有停车场吗' };
		const [added] = await run('addKeyword', [{ reply: '地下一层' }], row);
		expect(added?.[0]).toMatchObject({ summary: expect.stringContaining('已加入') });
		const [none, exists] = await run('addKeyword', [{ reply: '楼下' }], {
			...row,
			keyword: '停車',
		});
		expect([none?.length, exists?.length]).toEqual([0, 1]);
		const rows = await scene.rows('keywords');
		expect(rows).toHaveLength(5);
		expect(rows).toContainEqual(expect.objectContaining({ keyword: '停车', reply: '地下一层' }));
	}, 120_000);

	it('Route answers from the table, remembers, and gives what is delivered again the same', async () => {
		const messages = [message('停车怎么停'), message('月球上有什么', 2), message('转人工', 3)];
		const first = await run('route', messages);
		expect(first.slice(0, 3).map((list) => list.length)).toEqual([1, 0, 2]);
		expect(repliesOf(first[0])).toEqual(['地下一层']);
		expect(await run('route', messages)).toEqual(first);
		expect(await scene.rows('keyword_hits')).toHaveLength(3);
		expect(await scene.rows('unanswered')).toMatchObject([
			{ text: '月球上有什么', status: 'open' },
		]);
	}, 120_000);

	it('a number takes what was offered, and an edit of the table shows within seconds', async () => {
		await scene.write('keywords', {
			key: 'yoga',
			keyword: '课程表',
			questions: '今天的瑜伽课几点开始',
			reply: '乙',
		});
		const deadline = Date.now() + 30_000;
		const call = await scene.publish(NODE, { operation: 'route' });
		let reply: unknown;
		for (let asked = 10; reply !== '乙' && Date.now() < deadline; asked++) {
			[reply] = repliesOf(await call([message('课程表', asked)])) ?? [];
		}
		expect(reply).toBe('乙');
		const offered = await run('route', [message('瑜伽课什么时间安排的', 4)]);
		expect(offered[1]?.[0]?.reply).toContain('msgmenuid=yoga');
		const chosen = await run('route', [message('1', 4)]);
		expect(repliesOf(chosen[0])).toEqual(['乙']);
		expect(await scene.rows('unanswered')).toContainEqual(
			expect.objectContaining({ openId: 'o4', status: 'chosen', chosen: 'yoga' }),
		);
		// Kept by the process that answers webhooks: the table is changed again, and the answer follows.
		await scene.write('keywords', { key: 'yoga', reply: '丙' });
		for (let asked = 10_000; reply !== '丙' && Date.now() < deadline; asked++) {
			[reply] = repliesOf(await call([message('课程表', asked)])) ?? [];
		}
		expect(reply).toBe('丙');
	}, 120_000);

	it('what followers write stays text: as message, sender and key', async () => {
		const items = INJECTIONS.map((text, place) => ({
			...message(text, 100 + place),
			wechat: { kind: 'text', text, openId: text, appId: scene.appId, dedupeKey: `${text}:1` },
		}));
		await run('route', items);
		await run('route', items.slice(0, 1));
		const texts = (await scene.rows('keyword_hits')).map(({ text }) => text);
		for (const text of INJECTIONS) expect(texts.filter((each) => each === text)).toHaveLength(1);
	}, 120_000);

	it('Propose, Approve and Audit renew the library', async () => {
		const pets = ['可以带宠物进店吗', '宠物能进店吗', '带宠物可以进去吗'];
		await run(
			'route',
			pets.map((text, place) => message(text, 200 + place)),
		);
		const [proposals, summaries] = await run('propose');
		expect(proposals?.map(({ kind, keyword }) => [kind, keyword])).toEqual(
			expect.arrayContaining([
				['new', '宠物'],
				['question', '课程表'],
			]),
		);
		expect(summaries?.[0]?.summary).toContain('补充问法 1 个');
		const keys = proposals?.filter(({ kind }) => ['new', 'question'].includes(String(kind)));
		const drafts = (keys ?? []).map(({ key }) => String(key)).join('\n');
		const [decided] = await run('approve', [{}], { drafts, decision: 'approved', reply: '可以' });
		expect(decided?.[0]?.summary).toContain('问法已补充');
		const [again] = await run('propose');
		expect(again?.filter(({ kind }) => kind === 'new' || kind === 'question')).toEqual([]);
		const rows = await scene.rows('keywords');
		expect(rows).toContainEqual(expect.objectContaining({ keyword: '宠物', reply: '可以' }));
		expect(rows).toContainEqual(
			expect.objectContaining({
				key: 'yoga',
				questions: '今天的瑜伽课几点开始\n瑜伽课什么时间安排的',
			}),
		);
		const audited = await run('audit');
		expect(audited[1]?.[0]).toMatchObject({ keywords: rows.length, messages: expect.any(Number) });
	}, 120_000);
});
