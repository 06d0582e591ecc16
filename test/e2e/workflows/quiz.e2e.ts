/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { QuizPlayer } from '../lib/quizPlayer';
import { onEachStore, useSystem } from '../lib/useSystem';

const QUIZ = 'tea-quiz-1';

onEachStore('06: keyword game', (store) => {
	const system = useSystem({ only: ['00', '01', '06'] }, store);
	let bank: Map<string, string>;

	const player = (openId: string) => new QuizPlayer(system.app, openId, bank);
	const rowsOf = async (openId: string) =>
		(await system.app.rows('wechat_activity_rows')).filter((row) => row.openId === openId);
	const ticketsOf = async (openId: string) =>
		(await system.app.rows('wechat_tickets')).filter((row) => row.openId === openId);

	/** Answers after more than WeChat's five seconds come as messages of their own. */
	const report = (what: string, players: QuizPlayer[]) => {
		const heard = players.flatMap((each) => each.heard);
		const times = heard.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
		const at = (share: number) => times[Math.floor((times.length - 1) * share)];
		const late = heard.filter(({ isLate }) => isLate).length;
		process.stdout.write(
			`quiz, ${what}: ${heard.length} answers, median ${at(0.5)} ms, P95 ${at(0.95)} ms, longest ${at(1)} ms, ${late} by a later message\n`,
		);
	};

	beforeAll(async () => {
		bank = await QuizPlayer.bank(system.app);
	});

	it('says that nothing is on until the quiz is opened, and opens it when the rules are kept', async () => {
		const { app } = system;
		expect(await player('o_early').say('答题')).toContain('没有进行中');
		await app.run('06', 'Open the quiz by hand');
		const tickets = await app.rows('wechat_tickets');
		expect(tickets).toHaveLength(100);
		expect(tickets.filter(({ prize }) => prize === '老白茶饼一饼')).toHaveLength(5);
		expect(app.staff.messages.at(-1)).toContain('已开放');
	});

	it('cuts no ticket twice when it is opened again', async () => {
		const { app } = system;
		await app.write('wechat_activities', { key: QUIZ, isActive: false });
		await app.run('06', 'Open the quiz by hand');
		expect(await app.rows('wechat_tickets')).toHaveLength(100);
	});

	it('asks, judges, and gives the prize of the tier reached', async () => {
		const [champion, learner, guest] = [
			player('o_champion'),
			player('o_learner'),
			player('o_guest'),
		];
		expect(await champion.play(5)).toContain('老白茶饼一饼');
		expect(await learner.play(3)).toContain('当季茶样一盒');
		expect(await guest.play(0)).toContain('5 元优惠券');
		report('one after the other', [champion, learner, guest]);
		const rows = await rowsOf('o_champion');
		expect(rows).toHaveLength(6);
		expect(rows.reduce((sum, { points }) => sum + Number(points), 0)).toBe(50);
		expect(await ticketsOf('o_champion')).toMatchObject([{ prize: '老白茶饼一饼', version: 1 }]);
	});

	it('gives the same ticket however often one asks', async () => {
		const champion = player('o_champion');
		const [ticket] = await ticketsOf('o_champion');
		expect(await champion.say('答题')).toContain(`奖券号 ${String(ticket?.ticketNo)}`);
		expect(await ticketsOf('o_champion')).toHaveLength(1);
		expect(await champion.say('我的成绩')).toMatch(
			/您得 50 分，第 1 名（共 2 人）[^]*1\. o_ch\*\*\*\*pion/,
		);
	});

	it('counts a message that is delivered again once, and answers it the same', async () => {
		const doubled = player('o_double');
		const first = await doubled.say('答题');
		// Within a second WeChat's times are equal, and the order is that of the IDs.
		const fields = { MsgId: system.app.simulator.platform.state.nextMessageId() };
		const letter = doubled.letter(first, true);
		const [one, two] = await Promise.all([
			doubled.say(letter, fields),
			doubled.say(letter, fields),
		]);
		expect(one).toBe(two);
		const later = await doubled.say(letter, fields);
		expect(later).toBe(one);
		await system.app.settled();
		const keys = (await rowsOf('o_double')).map(({ key }) => key);
		expect(new Set(keys).size).toBe(2);
		expect(await doubled.answer(one, 4)).toContain('得 50 分');
	});

	it('resumes after a break, and takes no letter meanwhile', async () => {
		const busy = player('o_busy');
		const first = await busy.say('答题');
		expect(await busy.say('退出答题')).toContain('已保存');
		expect(await busy.say('A')).toContain('已暂停');
		const again = await busy.say('答题');
		expect(busy.questionIn(again)).toBe(busy.questionIn(first));
		expect(await busy.answer(again, 5)).toContain('得 50 分');
	});

	it('tells a letter out of the blue how to start', async () => {
		expect(await player('o_stray').say('B')).toContain('回复“答题”开始');
	});

	it('lets twenty play at once: each one ticket, the next tier when one is used up', async () => {
		const players = [...Array(20).keys()].map((number) => player(`o_crowd_${number}`));
		const results = await Promise.all(players.map(async (each) => await each.play(5)));
		for (const result of results) expect(result).toMatch(/得 50 分[^]*奖券号 \d+/);
		await system.app.settled();
		const claimed = (await system.app.rows('wechat_tickets')).filter(
			({ state }) => state === 'claimed',
		);
		expect(new Set(claimed.map(({ openId }) => openId)).size).toBe(claimed.length);
		expect(claimed.filter(({ prize }) => prize === '老白茶饼一饼')).toHaveLength(5);
		expect(results.filter((result) => result.includes('老白茶饼一饼'))).toHaveLength(2);
		expect(results.filter((result) => result.includes('当季茶样一盒'))).toHaveLength(18);
		for (const { openId, heard } of players) {
			expect(heard).toHaveLength(6);
			const { inbox = [] } = system.app.simulator.platform.state.followers.get(openId) ?? {};
			expect(inbox).toHaveLength(6);
		}
		report('20 players at once, without a pause', players);
	}, 120_000);

	it('keeps no message once it is answered', async () => {
		const { app } = system;
		await app.settled();
		await app.advance(60_000);
		await app.run('06', 'Every minute');
		expect(await app.rows('wechat_quiz_inbox')).toEqual([]);
		expect(await app.failures()).toEqual([]);
	});
});
