import type { IDataObject } from 'n8n-workflow';
import { killedAt, message, newWorld, pointsIn, tap, type Run, type World } from './world';

const QUIZ = {
	questionsFrom: 'json',
	questions: JSON.stringify([
		{ id: 'q1', question: '首都？', options: '北京|上海', answer: 'A', points: 2 },
		{ id: 'q2', question: '1+1=?', options: '一|二', answer: '二', points: 3 },
	]),
	options: { shufflesQuestions: false, shufflesOptions: false },
};
const HOSTILE = ['={{ $execution.id }}', '=1+1', "'; drop table x; --"];

const replyOf = ({ outputs }: Run): string => String(outputs.flat()[0]?.reply ?? '');
const sizes = ({ outputs }: Run): number[] => outputs.map(({ length }) => length);
const statusOf = ({ outputs }: Run): unknown =>
	(outputs.flat()[0]?.activity as IDataObject | undefined)?.status;

const play = async (world: World, item: IDataObject) =>
	await world.run('quiz', 'handleMessage', QUIZ, [item]);

describe('a quiz', () => {
	it('is played by messages and taps; what is not for it goes on', async () => {
		const world = await newWorld();
		expect(sizes(await play(world, message('0', '营业时间')))).toEqual([0, 0, 1]);
		expect(world.tables.rows('activity_rows')).toEqual([]);
		const start = await play(world, message('1', ' 開始答題！'));
		expect(replyOf(start)).toContain('第 1/2 题\n首都？\nA. 北京\nB. 上海');
		expect(replyOf(await play(world, message('2', 'ａ', { minute: 1 })))).toMatch(
			/^回答正确，\+2 分/,
		);
		expect(replyOf(await play(world, message('2b', '随便', { minute: 2 })))).toContain('没有看懂');
		expect(replyOf(await play(world, message('3', '退出答题', { minute: 2 })))).toContain(
			'进度已保存',
		);
		expect(sizes(await play(world, message('4', 'B', { minute: 3 })))).toEqual([0, 0, 1]);
		expect(replyOf(await play(world, message('5', '答题', { minute: 4 })))).toContain('欢迎回来');
		const end = await play(world, message('6', '选B', { minute: 5 }));
		expect(replyOf(end)).toContain('答对 2/2 题，得 5 分');
		expect(sizes(end)).toEqual([0, 1, 0]);
		expect(pointsIn(world.tables)).toEqual({ oAlice: 5 });
		const again = await play(world, message('6', '选B', { minute: 5 }));
		expect(again.outputs).toEqual(end.outputs);
		expect(statusOf(await play(world, message('7', '答题', { minute: 6 })))).toBe(
			'alreadyFinished',
		);
		expect(pointsIn(world.tables)).toEqual({ oAlice: 5 });
	});

	it('starts by a tap on the menu, and by nothing else that brings a key', async () => {
		const world = await newWorld();
		const byTap = { ...QUIZ, startWords: '答题,MENU_QUIZ' };
		const scan = {
			...tap('0', 'MENU_QUIZ'),
			wechat: { kind: 'event.VIEW', openId: 'oA', dedupeKey: 'x', appId: 'wx1' },
		};
		expect(sizes(await world.run('quiz', 'handleMessage', byTap, [scan]))).toEqual([0, 0, 1]);
		const started = await world.run('quiz', 'handleMessage', byTap, [tap('1', 'MENU_QUIZ')]);
		expect(replyOf(started)).toContain('第 1/2 题');
	});

	it('takes no other tap on the menu for an answer in words', async () => {
		const world = await newWorld();
		const inWords = {
			...QUIZ,
			questions: JSON.stringify([{ id: 'q1', question: '下一句？', answer: '疑是地上霜' }]),
		};
		const send = async (item: IDataObject) =>
			sizes(await world.run('quiz', 'handleMessage', inWords, [item]));
		await send(message('1', '答题'));
		expect(await send(tap('2', '营业时间'))).toEqual([0, 0, 1]);
		expect(await send(message('3', '营业时间'))).toEqual([0, 1, 0]);
	});

	it('answers with three inline runs at most', async () => {
		const world = await newWorld();
		await play(world, message('1', '答题'));
		const before = world.tables.runs;
		await play(world, message('2', 'A', { minute: 1 }));
		expect(world.tables.runs - before).toBeLessThanOrEqual(3);
	});

	it('takes its questions from a table, which begins with examples', async () => {
		const world = await newWorld();
		const started = await world.run('quiz', 'handleMessage', { questionsFrom: 'table' }, [
			message('1', '答题'),
		]);
		expect(replyOf(started)).toContain('第 1/3 题');
		expect(world.tables.rows('quiz_questions')).toHaveLength(3);
		const result = await world.run('quiz', 'getResult', { questionsFrom: 'table' }, [
			{ wechat: { appId: 'wx00000000000001' } },
		]);
		expect(result.outputs[0]?.[0]?.activity).toMatchObject({ participants: 1, finished: 0 });
	});

	it('counts one of two answers that come at the same moment on two workers', async () => {
		for (let round = 0; round < 3; round++) {
			const world = await newWorld();
			await play(world, message('1', '答题'));
			await Promise.all([
				play(world, message('2', 'A', { minute: 1 })),
				play(world, message('2', 'A', { minute: 1 })),
				play(world, message('3', 'A', { minute: 1 })),
			]);
			const rows = world.tables.rows('activity_rows');
			expect(rows.filter(({ type }) => type === 'quiz')).toHaveLength(3);
			// One was for the first question, the other for the second: A is wrong there.
			expect(pointsIn(world.tables)).toEqual({ oAlice: 2 });
		}
	});

	it('is not started more often than allowed by starts at the same moment', async () => {
		const world = await newWorld();
		const one = {
			...QUIZ,
			questions: JSON.stringify([{ id: 'q', question: '?', answer: '是', points: 4 }]),
		};
		const go = async (item: IDataObject) => await world.run('quiz', 'handleMessage', one, [item]);
		await Promise.all([go(message('1', '答题')), go(message('2', '答题'))]);
		await Promise.all([
			go(message('3', '是', { minute: 1 })),
			go(message('4', '是', { minute: 1 })),
		]);
		await Promise.all([
			go(message('5', '答题', { minute: 2 })),
			go(message('6', '答题', { minute: 2 })),
		]);
		await go(message('7', '是', { minute: 3 }));
		expect(pointsIn(world.tables)).toEqual({ oAlice: 4 });
	});

	it('loses nothing and counts nothing twice when a run is killed at any step', async () => {
		for (let step = 1, isKilled = true; isKilled; step++) {
			const world = await newWorld();
			await play(world, message('1', '答题'));
			await play(world, message('2', 'A', { minute: 1 }));
			const last = message('3', 'B', { minute: 2 });
			isKilled = await killedAt(world.tables, step, async () => await play(world, last));
			const end = await play(world, last);
			expect(sizes(end)).toEqual([0, 1, 0]);
			expect(pointsIn(world.tables)).toEqual({ oAlice: 5 });
		}
	});

	it.each(HOSTILE)('takes %j for text, wherever it stands', async (hostile) => {
		const world = await newWorld();
		const openId = `o${hostile}`;
		const said = async (key: string, text: string, minute: number) =>
			await play(world, message(key, text, { openId, minute }));
		await said('1', '答题', 0);
		expect(replyOf(await said('2', hostile, 1))).toContain('没有看懂');
		await said(hostile, 'A', 2);
		expect(pointsIn(world.tables)).toEqual({ [openId]: 2 });
		const exactly = message('9', '答题', { openId: hostile });
		expect(replyOf(await play(world, exactly))).toContain('第 1/2 题');
		expect(world.tables.rows('activity_rows').at(-1)?.openId).toBe(hostile);
	});

	it('keeps accounts apart, and goes on after an item that failed', async () => {
		const world = await newWorld();
		const items = [
			message('1', '答题'),
			{ Content: '答题', wechat: { appId: 'wx00000000000001' } },
			message('1', '答题', { appId: 'wx00000000000002' }),
		];
		const { outputs } = await world.run(
			'quiz',
			'handleMessage',
			QUIZ,
			items,
			'continueRegularOutput',
		);
		expect(outputs[0]).toHaveLength(3);
		expect(outputs[0]?.[1]?.error).toBeDefined();
		const names = world.tables.tables.filter(({ name }) => name.endsWith('activity_rows'));
		expect(names.map(({ rows }) => rows.length)).toEqual([1, 1]);
		expect((await world.run('quiz', 'handleMessage', QUIZ, [])).error).toBeUndefined();
	});
});

describe('a check-in', () => {
	const rules = { pointsPerDay: 5, rewards: { entry: [{ day: 2, points: 10, name: '贴纸' }] } };
	const said = async (world: World, item: IDataObject) =>
		await world.run('checkIn', 'record', rules, [item]);

	it('understands its words, and counts a day once', async () => {
		const world = await newWorld();
		const first = await said(world, message('1', '簽 到', { day: 23 }));
		expect(replyOf(first)).toContain('已连续签到 1 天');
		expect(replyOf(await said(world, message('2', '打卡', { day: 23 })))).toContain('已经签到过了');
		expect(sizes(await said(world, message('3', '你好')))).toEqual([0, 0, 1]);
		const second = await said(world, tap('4', '签到'));
		expect(sizes(second)).toEqual([1, 1, 0]);
		expect(pointsIn(world.tables)).toEqual({ oAlice: 20 });
		expect(replyOf(await said(world, message('5', '我的签到')))).toContain('累计 2 天');
		expect(statusOf(await said(world, message('6', '补签', { minute: 30 })))).toBe('madeUp');
		const status = await world.run('checkIn', 'getStatus', rules, [message('7', '')]);
		expect(statusOf(status)).toBe('status');
		const ranking = await world.run('leaderboard', 'build', { activityId: '' }, [message('8', '')]);
		expect(ranking.outputs[0]?.[0]?.reply).toContain('1. ');
	});

	it('counts once on two workers, and when it is killed at any step', async () => {
		for (let step = 1, isKilled = true; isKilled; step++) {
			const world = await newWorld();
			await said(world, message('0', '签到', { openId: 'oOther' }));
			const work = async () =>
				await Promise.allSettled([
					said(world, message('1', '签到')),
					said(world, message('2', '签到', { minute: 1 })),
				]);
			isKilled = await killedAt(world.tables, step, work);
			await said(world, message('1', '签到'));
			expect(pointsIn(world.tables)).toEqual({ oAlice: 5, oOther: 5 });
		}
	});
});

describe('a vote', () => {
	const POLL = { choices: '春\n夏\n秋', mode: 'once', options: { points: 3, hidesResults: false } };
	const said = async (world: World, item: IDataObject, mode = 'once') =>
		await world.run('vote', 'cast', { ...POLL, mode }, [item]);

	it('shows the list, counts once a person, and lets other texts through', async () => {
		const world = await newWorld();
		expect(replyOf(await said(world, message('1', '投票')))).toContain('A. 春');
		expect(sizes(await said(world, message('2', '投诉')))).toEqual([0, 0, 1]);
		const voted = await said(world, message('3', '投票 B', { minute: 1 }));
		expect(replyOf(voted)).toContain('「夏」');
		expect(sizes(voted)).toEqual([1, 1, 0]);
		expect(statusOf(await said(world, message('4', 'C', { minute: 2 })))).toBe('alreadyVoted');
		const result = await world.run('vote', 'getResult', POLL, [message('5', '')]);
		expect(replyOf(result)).toContain('夏：1 票');
	});

	it.each([
		['once', 1],
		['daily', 2],
	])('counts no more than allowed on four workers (%s)', async (mode, most) => {
		const world = await newWorld();
		const options = { ...POLL.options, votesPerDay: 2 };
		const cast = async (key: string, text: string) =>
			await world.run('vote', 'cast', { ...POLL, mode, options }, [message(key, text)]);
		const runs = await Promise.all([
			cast('1', 'A'),
			cast('2', 'B'),
			cast('3', 'C'),
			cast('1', 'A'),
		]);
		expect(runs.filter(({ error }) => error)).toEqual([]);
		const result = await world.run('vote', 'getResult', { ...POLL, mode, options }, [
			message('9', ''),
		]);
		expect(result.outputs[0]?.[0]?.activity).toMatchObject({ voters: 1, votes: most });
		expect(pointsIn(world.tables)).toEqual({ oAlice: 3 });
	});
});

describe('a submission', () => {
	const RULES = { options: { pointsPerApproval: 30, perPerson: 2 } };
	const said = async (world: World, item: IDataObject) =>
		await world.run('submission', 'submit', RULES, [item]);

	it('is asked for, taken, reviewed and scored', async () => {
		const world = await newWorld();
		expect(sizes(await said(world, message('0', '今天天气很好')))).toEqual([0, 0, 1, 0]);
		expect(replyOf(await said(world, message('1', '投稿')))).toContain('30 分钟');
		const taken = await said(world, message('2', '春天的风', { minute: 5 }));
		expect(sizes(taken)).toEqual([1, 1, 0, 0]);
		expect((await said(world, message('2', '春天的风', { minute: 5 }))).outputs).toEqual(
			taken.outputs,
		);
		expect(sizes(await said(world, message('3', '第二条', { minute: 6 })))).toEqual([0, 0, 1, 0]);
		const direct = await said(world, message('4', '投稿：夏天的雨', { minute: 7 }));
		const { submission } = direct.outputs[1]?.[0]?.activity as IDataObject;
		expect(
			world.tables.rows('activity_rows').find(({ key }) => key === submission)?.data,
		).toContain('夏天的雨');
		const form = [{ key: submission, wechat: { appId: 'wx00000000000001' } }];
		const review = { ...RULES, submission: String(submission), decision: 'approve' };
		const runs = await Promise.all([
			world.run('submission', 'review', review, form),
			world.run('submission', 'review', review, form),
		]);
		expect(runs.map(sizes)).toEqual([
			[1, 0, 0, 0],
			[1, 0, 0, 0],
		]);
		expect(pointsIn(world.tables)).toEqual({ oAlice: 30 });
		const rejected = await world.run('submission', 'review', { ...review, decision: 'reject' }, [
			{ wechat: { appId: 'wx00000000000001' } },
		]);
		expect(rejected.error).toBeUndefined();
		expect(sizes(rejected)).toEqual([0, 0, 1, 0]);
		expect(pointsIn(world.tables)).toEqual({ oAlice: 30 });
		const scored = await world.run(
			'submission',
			'score',
			{
				submission: String(submission),
				judge: 'Li',
				rubric: { entry: [{ name: '创意', max: 10, weight: 1 }] },
				scores: '{"创意": 8}',
			},
			form,
		);
		expect(scored.outputs[0]?.[0]?.activity).toMatchObject({ score: 80, judges: 1 });
	});
});

describe('points', () => {
	it('are added once an event, and never spent twice or below nothing', async () => {
		const world = await newWorld();
		const ledger = { activityId: '', points: 50 };
		await Promise.all(
			['1', '1', '2'].map(
				async (key) => await world.run('points', 'add', ledger, [message(key, '')]),
			),
		);
		expect(pointsIn(world.tables)).toEqual({ oAlice: 100 });
		const runs = await Promise.all(
			['a', 'b', 'c', 'd'].map(
				async (key) =>
					await world.run('points', 'spend', { activityId: '', points: 40 }, [message(key, '')]),
			),
		);
		expect(runs.filter((run) => sizes(run)[0] === 1)).toHaveLength(2);
		expect(pointsIn(world.tables)).toEqual({ oAlice: 20 });
		const balance = await world.run('points', 'getBalance', { activityId: '' }, [message('x', '')]);
		expect(replyOf(balance)).toContain('20 积分');
		const [spent] = world.tables.rows('activity_rows').filter(({ type }) => type === 'spend');
		const back = { activityId: '', rowKey: String(spent?.key) };
		await world.run('points', 'reverse', back, [message('r', '')]);
		await world.run('points', 'reverse', back, [message('r', '')]);
		expect(pointsIn(world.tables)).toEqual({ oAlice: 60 });
	});
});
