import type { IDataObject } from 'n8n-workflow';
import { INJECTIONS } from '../../harness/recordsContract';
import { ONE, TWO, useDesk } from './desk';

const REPLY = '/cgi-bin/comment/reply/add';
const ELECT = '/cgi-bin/comment/markelect';

describe('WeChat Comments: Reply', () => {
	const desk = useDesk();
	const reply = async (items: IDataObject[], text = '感谢', more: string[] = []) =>
		await desk.run(
			'reply',
			{ text, moreTexts: { texts: more.map((one) => ({ text: one })) } },
			items,
		);
	const repliesOf = (msgDataId = ONE) =>
		desk.account.state.article(msgDataId, 0)?.comments.map((comment) => comment.reply?.content);
	const killAt = (step: number) => {
		let count = 0;
		desk.tables().beforeStep = () => {
			count += 1;
			if (count === step) throw new Error('killed');
		};
	};

	beforeEach(async () => {
		await desk.watch();
	});

	it('answers each comment once, with texts in turn', async () => {
		for (const text of ['一', '二', '三']) desk.comment(text);
		const items = await desk.getNew();
		const { outputs } = await reply(items, '谢谢', ['感谢支持']);
		expect(outputs[0]).toMatchObject([
			{ content: '一', isReplied: true, replyStatus: 'sent', replyText: '感谢支持' },
			{ content: '二', replyText: '谢谢' },
			{ content: '三', replyText: '感谢支持' },
		]);
		const again = await reply(items, '另一句');
		expect(again.outputs[0]).toEqual([]);
		expect(again.outputs[1]?.map(({ replyStatus }) => replyStatus)).toEqual(
			Array.from({ length: 3 }, () => 'alreadySent'),
		);
		expect(repliesOf()).toEqual(['感谢支持', '谢谢', '感谢支持']);
		expect(desk.account.calls(REPLY)).toHaveLength(3);
		desk.minutes += 1;
		const { outputs: after } = await desk.run('getNew');
		expect(after.flat()).toEqual([]);
		expect(desk.tables().rows('comments')[0]).toMatchObject({
			state: 'answered',
			repliedBy: 'flow',
			isOpen: false,
		});
	});

	it('says what another node has prepared', async () => {
		desk.comment('问');
		const [item] = await desk.getNew();
		const { outputs } = await desk.run('reply', {}, [{ ...item, reply: '库里的回答' }]);
		expect(outputs[0]).toMatchObject([{ replyText: '库里的回答' }]);
		const { error } = await desk.run('reply', {}, [{ ...item, reply: '' }]);
		expect(error?.message).toMatch(/'Text' is empty/);
	});

	it('tells in words what WeChat does not take, and goes on', async () => {
		const answered = desk.comment('有人答了');
		const deleted = desk.comment('删了');
		desk.comment('好');
		const items = await desk.getNew();
		answered.reply = { content: '人', createTime: 1 };
		deleted.isDeletedByUser = true;
		const { outputs } = await reply(items);
		expect(outputs[0]?.map(({ content }) => content)).toEqual(['好']);
		expect(outputs[1]).toMatchObject([{ content: '有人答了', replyStatus: 'alreadyReplied' }]);
		expect(outputs[2]).toMatchObject([
			{ content: '删了', replyStatus: 'gone', summary: '留言已被删除，没有回复' },
		]);
		// Who answered is seen by the one that reads.
		desk.minutes += 1;
		const { outputs: after } = await desk.run('getNew');
		expect(after[1]?.map(({ content }) => content)).toEqual(['有人答了']);
	});

	it('answers once in runs at the same moment', async () => {
		desk.comment('好');
		const items = await desk.getNew();
		const runs = await Promise.all([1, 2, 3].map(async () => await reply(items)));
		expect(runs.flatMap(({ outputs }) => outputs[0] ?? [])).toHaveLength(1);
		expect(desk.account.calls(REPLY)).toHaveLength(1);
	});

	it('answers everything once, wherever a run is killed', async () => {
		for (let step = 1; step <= 8; step++) {
			const comment = desk.comment(`第${step}条`);
			desk.minutes += 3;
			const items = await desk.getNew();
			killAt(step);
			await reply(items, '谢谢');
			desk.tables().beforeStep = () => undefined;
			const clock = jest.spyOn(Date, 'now');
			const real = clock.getMockImplementation() ?? Date.now;
			clock.mockRestore();
			const now = real.call(Date);
			jest.spyOn(Date, 'now').mockImplementation(() => now + 240_000);
			const { error } = await reply(items, '谢谢');
			jest.restoreAllMocks();
			expect(error).toBeUndefined();
			expect(comment.reply?.content).toBe('谢谢');
		}
		desk.minutes += 3;
		const { outputs } = await desk.run('getNew');
		expect(outputs.flat()).toEqual([]);
	});

	it('keeps what was sent before an error, and tries the rest again', async () => {
		for (const text of ['一', '二', '三']) desk.comment(text);
		const items = await desk.getNew();
		desk.account.simulator.platform.faults.add({ path: REPLY, after: 1, errcode: 45009 });
		const { error } = await reply(items);
		expect(error?.message).toMatch(/45009/);
		const { outputs } = await reply(items);
		expect(outputs[0]?.map(({ content }) => content)).toEqual(['二', '三']);
		expect(outputs[1]?.map(({ content }) => content)).toEqual(['一']);
	});

	it('gives an error item and goes on, where the node is set to', async () => {
		desk.comment('一');
		const items = await desk.getNew();
		const { outputs, error } = await desk.run(
			'reply',
			{ text: '好' },
			[{ content: 'x' }, ...items],
			'continueRegularOutput',
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ error: message, replyStatus }) => message ?? replyStatus)).toEqual([
			expect.stringMatching(/'Article' is empty/),
			'sent',
		]);
	});

	it('takes texts of strangers as texts', async () => {
		// WeChat refuses whatever looks like an escape.
		const texts = INJECTIONS.filter((text) => !text.includes('\\u'));
		for (const text of texts) desk.comment(text);
		const items = await desk.getNew();
		const { outputs, error } = await desk.run(
			'reply',
			{},
			items.map((item) => ({ ...item, reply: item.content })),
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ replyText }) => replyText)).toEqual(texts);
	});

	it('answers 50 comments in five runs', async () => {
		desk.comment('一');
		await reply(await desk.getNew());
		for (let number = 0; number < 50; number++) desk.comment(String(number));
		desk.minutes += 1;
		const items = await desk.getNew();
		const before = desk.tables().runs;
		const { outputs } = await reply(items);
		expect(outputs[0]).toHaveLength(50);
		expect(desk.tables().runs - before).toBe(5);
	});
});

describe('WeChat Comments: Feature', () => {
	const desk = useDesk();
	const feature = async (items: IDataObject[], parameters = {}) =>
		await desk.run('feature', parameters, items);
	const elected = (msgDataId = ONE) =>
		desk.account.state
			.article(msgDataId, 0)
			?.comments.filter(({ isElected }) => isElected)
			.map(({ content }) => content);

	beforeEach(async () => {
		await desk.watch();
	});

	it('features so many a day, the longest first, each once', async () => {
		for (const text of ['短', '这一条长得多', '中等长度']) desk.comment(text);
		const items = await desk.getNew();
		const { outputs } = await feature(items, { perDay: 2 });
		expect(outputs[0]?.map(({ content }) => content)).toEqual(['这一条长得多', '中等长度']);
		expect(outputs[1]).toMatchObject([
			{ content: '短', reason: 'dayFull', summary: '今天的精选名额已用完' },
		]);
		const again = await feature(items, { perDay: 2 });
		expect(again.outputs[0]).toHaveLength(2);
		expect(elected()).toEqual(['这一条长得多', '中等长度']);
		desk.minutes += 1_440;
		await feature(items.slice(0, 1), { perDay: 2 });
		expect(elected()).toHaveLength(3);
		expect(
			desk
				.tables()
				.rows('comments')
				.every(({ isElected }) => isElected),
		).toBe(true);
	});

	it('features so many of an article', async () => {
		for (const text of ['一', '二二']) desk.comment(text);
		desk.comment('三三三', TWO);
		const { outputs } = await feature(await desk.getNew(), { perArticle: 1 });
		expect(outputs[0]?.map(({ content }) => content)).toEqual(['二二', '三三三']);
		expect(outputs[1]).toMatchObject([{ content: '一', reason: 'articleFull' }]);
	});

	it('never features more than there are places, in runs at the same moment', async () => {
		for (let number = 0; number < 6; number++) desk.comment(`第${number}条`);
		const items = await desk.getNew();
		await Promise.all(items.map(async (item) => await feature([item], { perDay: 3 })));
		expect(elected()).toHaveLength(3);
	});

	it('uses a place once, wherever a run is killed', async () => {
		for (let step = 1; step <= 9; step++) {
			desk.minutes += 1_440;
			const first = desk.comment(`甲${step}`, ONE, -desk.minutes * 60);
			const second = desk.comment(`乙${step}`, ONE, -desk.minutes * 60);
			await desk.watch();
			const items = await desk.getNew();
			let count = 0;
			desk.tables().beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			await feature(items, { perDay: 1, perArticle: 100 });
			desk.tables().beforeStep = () => undefined;
			await feature(items, { perDay: 1, perArticle: 100 });
			expect([first, second].filter(({ isElected }) => isElected)).toHaveLength(1);
		}
	});

	it('gives the place back when WeChat refuses', async () => {
		const deleted = desk.comment('会被删掉的很长的一条');
		desk.comment('短');
		const items = await desk.getNew();
		deleted.isDeletedByUser = true;
		const { outputs } = await feature(items, { perDay: 1 });
		expect(outputs[0]?.map(({ content }) => content)).toEqual(['短']);
		expect(outputs[1]).toMatchObject([{ reason: 'gone' }]);
		desk.account.simulator.platform.faults.add({ path: ELECT, errcode: 88003 });
		desk.comment('再来');
		desk.minutes += 1_440;
		const { outputs: full } = await feature(
			[{ articleId: `${ONE}_1`, userCommentId: '3', content: '再来' }],
			{ perDay: 1 },
		);
		expect(full[1]).toMatchObject([{ reason: 'articleFull' }]);
	});

	it('takes one that is featured already as done, without a place', async () => {
		desk.comment('好').isElected = true;
		const { outputs } = await feature(await desk.getNew());
		expect(outputs[0]).toMatchObject([{ wasFeatured: true }]);
		expect(desk.account.calls(ELECT)).toHaveLength(0);
	});
});
