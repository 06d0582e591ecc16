import { onCanvas, PASSWORD } from '../lib/canvas';
import { bankOf, Contestant, type Bank } from '../lib/contestant';
import { FormVisitor } from '../lib/form';

const PLAN = 'weekly-quiz';
const HOUR_MS = 3_600_000;
const LIMIT = 180_000;
const PLAYERS = 20;
/** Units of the prizes, the best first. */
const CUPS = 2;
const BAGS = 10;

const codeIn = (text: string): string => /兑换码：(\w{5}-\w{5})/.exec(text)?.[1] ?? '';

onCanvas('06', (stage) => {
	let bank: Bank = new Map();
	const player = (openId: string) => new Contestant(stage(), openId, bank);
	const from = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
	const plan = async (changes: Record<string, unknown>) => {
		const times = { startsAt: from(-1), endsAt: from(24), repeats: '' };
		await stage().write('plans', { key: PLAN, ...times, ...changes });
	};
	const claimed = async () =>
		(await stage().rows('tickets')).filter(({ state }) => state === 'claimed');

	it(
		'stays closed until its rules are in order, then opens once',
		async () => {
			const { say, run, rows, room, settled } = stage();
			expect(await say('oEarly', '答题')).toContain('还没有开始');
			await settled();
			await plan({ rules: '转发本文到朋友圈可以多领一份奖品' });
			expect((await run('hand')).status).toBe('success');
			expect(room.messages).toHaveLength(1);
			expect(room.messages[0]).toContain('必须修改');
			expect(await say('oEarly', '答题')).toContain('还没有开始');
			await plan({ organiser: '示例小店', rules: '' });
			await run('hand');
			expect(room.messages[1]).toContain('已开放');
			expect(room.messages[1]).toContain('保温杯 2 份');
			const cut = await rows('tickets');
			await run('hand');
			expect(await rows('tickets')).toHaveLength(cut.length);
			expect(room.messages).toHaveLength(2);
			bank = await bankOf(stage());
		},
		LIMIT,
	);

	it(
		'asks, judges, and gives the prize of the points in the same reply, once',
		async () => {
			const { rows, settled, simulator } = stage();
			const [champion, learner, guest] = [
				player('oChampion'),
				player('oLearner'),
				player('oGuest'),
			];
			const won = await champion.play();
			expect(won).toMatch(/答对 3\/3 题，得 4 分[^]*「保温杯」[^]*兑换码/);
			expect(await learner.play((question) => question.includes('床前'))).toContain('「帆布袋」');
			expect(await guest.play(() => false)).toMatch(/答对 0\/3 题[^]*「5 元优惠券」/);
			const heard = [champion, learner, guest].flatMap((each) => each.heard);
			expect(heard).toHaveLength(12);
			expect(heard.filter(({ isLate }) => isLate)).toEqual([]);
			const again = await champion.say('答题');
			expect(again).toContain('已经完成答题');
			expect(codeIn(again)).toBe(codeIn(won));
			expect(await champion.say('我的成绩')).toMatch(/您得 4 分，第 1 名（共 2 人）[^]*1\. oCh/);
			await settled();
			expect((await rows('prizes_won')).map(({ prize }) => prize).sort()).toEqual(
				['5 元优惠券', '保温杯', '帆布袋'].sort(),
			);
			const { followers, tags } = simulator.platform.state;
			const [tagId] = followers.get('oChampion')?.tagIds ?? [];
			expect(tags.get(tagId ?? 0)?.name).toMatch(/答题获奖|Quiz winners/);
		},
		LIMIT,
	);

	it('counts a message that WeChat delivers again once, and answers it the same', async () => {
		const { simulator, rows, settled } = stage();
		const doubled = player('oDouble');
		const first = await doubled.say('答题');
		const MsgId = simulator.platform.state.nextMessageId();
		const letter = doubled.answerTo(first, true);
		const [one, two] = await Promise.all([
			doubled.say(letter, { MsgId }),
			doubled.say(letter, { MsgId }),
		]);
		expect(two).toBe(one);
		await settled();
		const own = (await rows('activity_rows')).filter(({ openId }) => openId === 'oDouble');
		expect(own).toHaveLength(2);
	});

	it('goes on after a break, and takes no letter meanwhile', async () => {
		const { say } = stage();
		const busy = player('oBusy');
		const first = await busy.say('答题');
		expect(await busy.say('退出答题')).toContain('进度已保存');
		expect(await say('oBusy', 'A')).toBe('');
		const again = await busy.say('答题');
		expect(busy.questionIn(again)).toBe(busy.questionIn(first));
		expect(await say('oStray', '请问几点关门')).toBe('');
	});

	it(
		'lets twenty play at once: a prize each, the next one when one is used up',
		async () => {
			const before = await claimed();
			const left = (prize: string, units: number) =>
				units - before.filter((ticket) => ticket.prize === prize).length;
			const [cups, bags] = [left('保温杯', CUPS), left('帆布袋', BAGS)];
			const players = [...Array(PLAYERS).keys()].map((number) => player(`oCrowd${number}`));
			const results = await Promise.all(players.map(async (each) => await each.play()));
			const having = (prize: string) => results.filter((text) => text.includes(`「${prize}」`));
			expect(having('保温杯')).toHaveLength(cups);
			expect(having('帆布袋')).toHaveLength(bags);
			expect(having('5 元优惠券')).toHaveLength(PLAYERS - cups - bags);
			expect(new Set(results.map(codeIn)).size).toBe(PLAYERS);
			for (const { heard } of players) expect(heard).toHaveLength(4);
			const tickets = await claimed();
			expect(tickets).toHaveLength(before.length + PLAYERS);
			expect(new Set(tickets.map(({ claimKey }) => claimKey)).size).toBe(tickets.length);
		},
		LIMIT,
	);

	it('hands a prize over at the counter once, to who knows the password', async () => {
		const { formOf, settled } = stage();
		const code = codeIn(await player('oChampion').say('答题'));
		expect((await fetch(formOf('counter'))).status).toBe(401);
		const redeem = async () => {
			const form = await FormVisitor.open(formOf('counter'), PASSWORD);
			await form.submit({ 'field-0': code, 'field-1': '前台' });
			return form.html;
		};
		expect(await redeem()).toContain('请发放：保温杯');
		expect(await redeem()).toMatch(/不能发放[^]*前台/);
		const statuses = await settled();
		expect(statuses.filter((status) => status !== 'success')).toEqual([]);
	});
});
