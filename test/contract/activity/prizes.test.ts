import type { IDataObject } from 'n8n-workflow';
import { INJECTIONS } from '../../harness/recordsContract';
import {
	A,
	asking,
	B,
	codeIn,
	Desk,
	FRIDAY_2005,
	FRIDAY_2200,
	message,
	said,
	TUESDAY,
} from './desk';

describe('a lottery from plan to proof', () => {
	it('is opened, entered, closed, drawn, asked for and shown', async () => {
		const desk = await new Desk().open();
		const plan = { activityId: 'weekly-draw' };
		const opened = await desk.run('activity', 'open', plan);
		expect(opened.outputs[0]?.[0]).toMatchObject({
			activity: { activityId: 'weekly-draw-2026-11-23', status: 'opened', kind: 'lottery' },
		});
		const summary = String(opened.outputs[0]?.[0]?.summary);
		expect(summary).toContain('中奖编号由种子和福彩3D 2026-11-27 的开奖号码共同决定');
		expect(summary).toMatch(/承诺值 C（种子的 SHA-256）：[0-9a-f]{64}/);
		expect((await desk.run('activity', 'open', plan)).outputs[1]).toHaveLength(1);
		const people = Array.from({ length: 15 }, (_, index) => message(`oPerson${index}`));
		const entered = await desk.run('lottery', 'enter', {}, { items: [...people, ...people] });
		expect(entered.outputs[0]).toHaveLength(30);
		expect(said(entered.outputs[0]?.[0])).toMatch(
			/报名成功！您的参与编号是 [0-9a-f]{12}，2026-11-27 21:00 之后/,
		);
		expect(said(entered.outputs[0]?.[15])).toContain('已经报名');
		expect(desk.tables.rows('activity_rows')).toHaveLength(15);
		const early = await desk.run('activity', 'close', plan);
		expect(String(early.error?.message)).toContain('is open until');
		const closed = await desk.run('activity', 'close', plan, { now: FRIDAY_2005 });
		expect(String(closed.outputs[0]?.[0]?.summary)).toContain('参与人数：15');
		const late = await desk.run(
			'lottery',
			'enter',
			{},
			{ items: [message('oLate', { at: FRIDAY_2005 })] },
		);
		expect(said(late.outputs[0]?.[0])).toContain('截止');
		const waiting = await desk.run('lottery', 'getMyResult', {}, { items: [asking('oPerson1')] });
		expect(said(waiting.outputs[0]?.[0])).toContain('之后开奖');
		const tooEarly = await desk.run(
			'lottery',
			'draw',
			{ ...plan, beacon: '1' },
			{ now: FRIDAY_2005 },
		);
		expect(String(tooEarly.outputs[2]?.[0]?.summary)).toMatch(/开奖号码要到 2026-11-27 21:00 之后/);
		const drawn = await desk.run(
			'lottery',
			'draw',
			{ ...plan, beacon: '3 8 6' },
			{ now: FRIDAY_2200 },
		);
		const [winners = [], [result] = []] = drawn.outputs;
		expect(winners).toHaveLength(10);
		expect(new Set(winners.map(({ openId }) => openId)).size).toBe(10);
		expect(said(winners[0])).toMatch(
			/「每周抽奖」中获得「保温杯」。兑换码：\w{5}-\w{5}，有效期至 2026-12-27/,
		);
		expect(String(result?.summary)).toContain('参与 15 人，中奖 10 人，候补 3 人');
		const again = await desk.run(
			'lottery',
			'draw',
			{ ...plan, beacon: '9 9 9' },
			{ now: FRIDAY_2200 },
		);
		expect(again.outputs[0]).toEqual(
			winners.map((json) => ({
				...json,
				activity: { ...(json.activity as object), status: 'alreadyDrawn' },
			})),
		);
		const other = await desk.run('lottery', 'enter', {}, { items: [asking('oPerson1')] });
		expect(other.outputs.map((list) => list.length)).toEqual([0, 1, 0]);
		const asked = [asking(String(winners[0]?.openId)), asking('oNobody')];
		const results = await desk.run('lottery', 'getMyResult', {}, { items: asked });
		expect(said(results.outputs[0]?.[0])).toContain(codeIn(winners[0]));
		expect(said(results.outputs[0]?.[1])).toContain('没有您参加「每周抽奖」的记录');
		const shown = await desk.run('lottery', 'getProof', { activityId: '' });
		const html = String(shown.outputs[0]?.[0]?.html);
		expect(html).toContain('验证通过');
		expect(html).not.toContain('oPerson');
		const proof = shown.outputs[0]?.[0]?.activity as IDataObject;
		const verified = await desk.run('lottery', 'verify', {
			proof: JSON.stringify(proof.proof),
			commitment: String(proof.commitment),
			closingDigest: String(proof.closingDigest),
			entries: '[]',
		});
		expect(verified.outputs[0]?.[0]?.activity).toMatchObject({ status: 'valid' });
		const report = await desk.run('activity', 'report', plan, { now: FRIDAY_2200 });
		expect(report.outputs[0]?.[0]?.activity).toMatchObject({ participants: 15 });
		expect(String(report.outputs[0]?.[0]?.summary)).toContain(
			'帆布袋：共 3 份，已发 3，剩余 0，已兑 0',
		);
	});

	it('fault 7.11: shows the lottery that was drawn last, with links to all', async () => {
		const desk = await new Desk().open();
		const plan = { activityId: 'weekly-draw' };
		const page = async (activityId = '') =>
			String((await desk.run('lottery', 'getProof', { activityId })).outputs[0]?.[0]?.html);
		await desk.run('activity', 'open', plan);
		expect(await page()).toContain('报名尚未截止');
		await desk.run('lottery', 'enter', {}, { items: [message('oOnly')] });
		await desk.run('activity', 'close', plan, { now: FRIDAY_2005 });
		await desk.run('lottery', 'draw', { ...plan, beacon: '3 8 6' }, { now: FRIDAY_2200 });
		await desk.run('activity', 'open', plan, { now: '2026-11-30T12:00:00+08:00' });
		const shown = await page();
		expect(shown).toContain('验证通过');
		expect(shown).toContain('<a href="?id=weekly-draw-2026-11-30">');
		const next = await page('weekly-draw-2026-11-30');
		expect(next).toContain('报名尚未截止');
		expect(next).toContain('<a href="?id=weekly-draw-2026-11-23">');
		expect(await page('long-gone')).toBe(shown);
	});

	it('does not open with a plan that breaks the rules', async () => {
		const desk = await new Desk().open();
		const row = desk.plans.find(({ key }) => key === 'weekly-quiz');
		Object.assign(row ?? {}, { rules: '转发本文到朋友圈可以多领一份奖品' });
		const { outputs } = await desk.run('activity', 'open', { activityId: 'weekly-quiz' });
		expect(outputs[2]).toHaveLength(1);
		expect(String(outputs[2]?.[0]?.summary)).toContain('朋友圈');
		expect(desk.tables.rows('rounds')).toEqual([]);
	});

	it.each(['weekly-draw', 'weekly-quiz', 'scratch'])(
		'does not open the example %s before somebody says whose it is',
		async (activityId) => {
			const desk = await new Desk().open();
			for (const row of desk.plans) row.organiser = '';
			const { outputs } = await desk.run('activity', 'open', { activityId });
			expect(String(outputs[2]?.[0]?.summary)).toContain('未公布活动主办方');
			expect(desk.tables.rows('rounds')).toEqual([]);
		},
	);

	it('has nothing to close where nothing was opened, and names an ID that nobody knows', async () => {
		const desk = await new Desk().open();
		const { outputs, error } = await desk.run('activity', 'close', { activityId: 'weekly-draw' });
		expect(error).toBeUndefined();
		expect(outputs[1]).toMatchObject([{ activity: { status: 'notOpened' } }]);
		expect(outputs[1]?.[0]?.summary).toContain('没有开放过');
		const wrong = await desk.run('activity', 'close', { activityId: 'weekly-drow' });
		expect(String(wrong.error?.message)).toContain('has not been opened yet');
	});

	it('keeps accounts apart, whatever the texts are', async () => {
		const desk = await new Desk().open();
		await desk.run(
			'activity',
			'open',
			{ activityId: 'weekly-draw' },
			{ items: [{ wechat: { appId: A } }] },
		);
		const here = INJECTIONS.map((openId) => message(openId));
		const { outputs, error } = await desk.run(
			'lottery',
			'enter',
			{},
			{
				items: [...here, message('oThere', { appId: B })],
			},
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.slice(0, -1).every((json) => said(json).includes('报名成功'))).toBe(true);
		expect(said(outputs[0]?.at(-1))).toContain('现在没有可以参加的抽奖');
		const proof = await desk.run('lottery', 'getProof', { activityId: "'; drop table x; --" });
		expect(String(proof.outputs[0]?.[0]?.html)).toContain('每周抽奖');
		expect((await desk.run('lottery', 'enter', {}, { items: [] })).outputs.flat()).toEqual([]);
	});
});

describe('prizes', () => {
	const score = (openId: string, points: number): IDataObject => ({
		...message(openId),
		activity: { activityId: 'weekly-quiz', status: 'finished', score: points },
	});

	it('are given by points, told again, redeemed once and counted', async () => {
		const desk = await new Desk().open();
		await desk.run('activity', 'open', { activityId: 'weekly-quiz' });
		const items = [
			score('oA', 60),
			score('oB', 55),
			score('oC', 50),
			score('oD', 1),
			score('oA', 60),
		];
		const given = await desk.run('prize', 'give', {}, { items });
		const prizes = (given.outputs[0] ?? []).map(({ prize }) => (prize as IDataObject).prize);
		expect(prizes).toEqual(['保温杯', '保温杯', '帆布袋', '5 元优惠券', '保温杯']);
		const codes = (given.outputs[0] ?? []).map(codeIn);
		expect(new Set(codes).size).toBe(4);
		expect(said(given.outputs[0]?.[4])).toContain('您已经获得「保温杯」');
		const typed = ` ${codes[0]?.toLowerCase().replace('-', ' ')} `;
		const form = { code: typed, redeemedBy: '前台' };
		const redeemed = await desk.run('prize', 'redeem', form);
		expect(said(redeemed.outputs[0]?.[0])).toContain('请发放：保温杯');
		const twice = await desk.run('prize', 'redeem', { ...form, redeemedBy: '后台' });
		expect(said(twice.outputs[1]?.[0])).toContain('2026-11-24 12:00 由前台发放');
		const stock = await desk.run('prize', 'getStock', { activityId: 'weekly-quiz' });
		expect(stock.outputs[0]?.[0]?.activity).toMatchObject({ left: 58 });
		expect(String(stock.outputs[0]?.[0]?.summary)).toContain(
			'保温杯：共 2 份，已发 2，剩余 0，已兑 1',
		);
	});

	it('wrong codes are refused, and after too many no code is looked up', async () => {
		const desk = await new Desk().open();
		const answers: string[] = [];
		for (const code of ['', ...INJECTIONS, 'AAAAA-AAAAA', 'AAAAA-AAAAA']) {
			const form = { code: '={{ $json.typed }}', redeemedBy: '前台' };
			const items = [{ typed: code }];
			const { outputs } = await desk.run('prize', 'redeem', form, { items });
			answers.push(String(outputs[1]?.[0]?.status));
		}
		expect(answers.slice(0, 10)).toEqual(Array<string>(10).fill('notFound'));
		expect(answers.slice(10)).toEqual(answers.slice(10).map(() => 'locked'));
	});

	it('named ones are sold out after the last, and blanks are no prize', async () => {
		const desk = await new Desk().open();
		await desk.run('activity', 'open', { activityId: 'weekly-quiz' });
		const named = { activityId: 'weekly-quiz', how: 'named', prize: '保温杯' };
		const items = ['oA', 'oB', 'oC'].map((openId) => message(openId));
		const { outputs } = await desk.run('prize', 'give', named, { items });
		expect(outputs.map((list) => list.length)).toEqual([2, 0, 1, 0, 0]);
		expect(said(outputs[2]?.[0])).toContain('奖品已经发完');
		await desk.run('activity', 'open', { activityId: 'scratch' });
		const crowd = Array.from({ length: 101 }, (_, index) => message(`oS${index}`));
		const scratch = { activityId: 'scratch', how: 'ticket' };
		const scratched = await desk.run('prize', 'give', scratch, { items: crowd });
		expect(scratched.outputs.slice(0, 3).map((list) => list.length)).toEqual([10, 90, 1]);
		const words = { ...scratch, words: '刮奖' };
		const asked = await desk.run('prize', 'give', words, {
			items: [message('oS0'), { ...message('oS0'), Content: ' 刮奖！' }],
		});
		expect(asked.outputs.slice(0, 3).flat()).toHaveLength(1);
		expect(asked.outputs[3]).toMatchObject([{ Content: '参加抽奖' }]);
	});

	it('an item that cannot be used is an error item, the others get theirs', async () => {
		const desk = await new Desk().open();
		await desk.run('activity', 'open', { activityId: 'weekly-quiz' });
		const items = [{ openId: '' }, score('oA', 60), message('oNoScore')];
		const { outputs } = await desk.run(
			'prize',
			'give',
			{ activityId: 'weekly-quiz' },
			{ items, goesOn: true },
		);
		expect(outputs[0]).toHaveLength(3);
		expect(outputs[0]?.filter(({ error }) => error !== undefined)).toHaveLength(2);
	});
});

describe('a quiz that was planned', () => {
	const play = async (desk: Desk, openId: string, text: string, now = TUESDAY) => {
		const quiz = { activityId: '', questionsFrom: 'table', options: { shufflesQuestions: false } };
		const item = { ...message(openId, { at: now }), Content: text };
		return await desk.run('quiz', 'handleMessage', quiz, { items: [item], now });
	};

	it('is open while its round is, and its prize comes in the reply with the score', async () => {
		const desk = await new Desk().open();
		expect(said((await play(desk, 'oA', '答题')).outputs[0]?.[0])).toContain('还没有开始');
		await desk.run('activity', 'open', { activityId: 'weekly-quiz' });
		expect(said((await play(desk, 'oA', '答题')).outputs[0]?.[0])).toContain('第 1/3 题');
		let end: IDataObject | undefined;
		for (const text of ['北京', '12', '疑是地上霜']) {
			[end] = (await play(desk, 'oA', text)).outputs[1] ?? [];
		}
		expect(end?.activity).toMatchObject({ activityId: 'weekly-quiz-2026-11-23', score: 4 });
		const given = await desk.run('prize', 'give', {}, { items: end ? [end] : [] });
		expect(said(given.outputs[0]?.[0])).toMatch(/答对 3\/3 题，得 4 分[^]*获得「保温杯」/);
		const ask = async (openId: string, Content: string) =>
			await desk.run(
				'quiz',
				'getMyScore',
				{ activityId: '' },
				{ items: [{ ...message(openId), Content }] },
			);
		expect(said((await ask('oA', '我的成绩')).outputs[0]?.[0])).toMatch(
			/您得 4 分，第 1 名（共 1 人）[^]*1\. o\*/,
		);
		expect(said((await ask('oB', '我的成绩')).outputs[0]?.[0])).toContain('还没有得分');
		expect((await ask('oA', '营业时间')).outputs[1]).toHaveLength(1);
		const result = await desk.run('quiz', 'getResult', {
			activityId: 'weekly-quiz',
			questionsFrom: 'table',
		});
		expect(result.outputs[0]?.[0]?.activity).toMatchObject({ participants: 1, finished: 1 });
		const late = '2026-11-29T22:00:00+08:00';
		expect(said((await play(desk, 'oB', '答题', late)).outputs[0]?.[0])).toContain('已经结束');
	});

	it('is not played under the name of a plan that nobody has opened', async () => {
		const desk = await new Desk().open();
		const quiz = { activityId: 'weekly-quiz', questionsFrom: 'table' };
		const item = { ...message('oA'), Content: '答题' };
		const { outputs } = await desk.run('quiz', 'handleMessage', quiz, { items: [item] });
		expect(said(outputs[0]?.[0])).toContain('还没有开始');
		expect(desk.tables.rows('activity_rows')).toEqual([]);
	});
});
