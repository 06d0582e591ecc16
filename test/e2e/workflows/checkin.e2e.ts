import { DateTime } from 'luxon';
import { onEachStore, useSystem } from '../lib/useSystem';

const DAY_MS = 86_400_000;

interface ActivityRow extends Record<string, unknown> {
	openId: string;
	type: string;
	points: number;
}

onEachStore('08: check-in, make-up, points, vote', (store) => {
	const system = useSystem({ only: ['00', '01', '08'] }, store);

	const shanghai = () =>
		DateTime.fromMillis(system.app.simulator.platform.state.clock.now(), {
			zone: 'Asia/Shanghai',
		});

	/** Moves to the next time of Shanghai at which a clock shows this hour. */
	const advanceTo = async (hour: number) => {
		const now = shanghai();
		const today = now.startOf('day').plus({ hours: hour });
		const next = today > now ? today : today.plus({ days: 1 });
		await system.app.advance(next.toMillis() - now.toMillis());
	};

	const rowsOf = async (openId: string) => {
		const rows = await system.app.rows<ActivityRow>('wechat_activity_rows');
		return rows.filter((row) => row.openId === openId);
	};

	const inboxOf = (openId: string) =>
		(system.app.simulator.platform.state.followers.get(openId)?.inbox ?? []).map(({ content }) =>
			String((content as { content?: string }).content ?? ''),
		);

	it('counts eight days with a gap and a make-up, each once', async () => {
		const { app } = system;
		const openId = 'oDaily';
		app.simulator.platform.state.addFollower(openId);
		await advanceTo(12);
		const heard: string[] = [];
		const today = async (text: string) => {
			const reply = await app.say(openId, text);
			await app.settled();
			heard.push(reply ?? '(nothing)');
			return reply;
		};
		for (const day of [1, 2, 3]) {
			expect(await today('签到')).toContain(`已连续签到 ${day} 天`);
			expect(await today('签到')).toContain('已经签到过了');
			await app.advance(DAY_MS);
		}
		await app.advance(DAY_MS);
		expect(await today('签到')).toContain('已连续签到 1 天');
		await app.advance(DAY_MS);
		await today('签到');
		expect(await today('补签')).toContain('补签成功，已连续签到 6 天，本月还可补签');
		await app.advance(DAY_MS);
		expect(await today('签到')).toMatch(/已连续签到 7 天，本次获得 11 积分[\s\S]*茶样一份/);
		await app.advance(DAY_MS);
		// The cycle begins anew.
		expect(await today('签到')).toMatch(/已连续签到 8 天，本次获得 2 积分/);
		expect(await today('我的积分')).toMatch(/连续签到 8 天，累计 8 天[\s\S]*全部活动积分：23/);
		const rows = await rowsOf(openId);
		expect(rows.filter(({ type }) => type === 'checkIn')).toHaveLength(7);
		expect(rows.filter(({ type }) => type === 'makeUp')).toHaveLength(1);
		expect(rows.reduce((sum, { points }) => sum + points, 0)).toBe(23);
		expect(app.staff.messages).toEqual([
			expect.stringContaining('oDaily 连续签到 7 天，应发茶样一份'),
		]);
	}, 120_000);

	it("takes the day from WeChat's clock, and counts a repeated delivery once", async () => {
		const { app } = system;
		const openId = 'oMidnight';
		app.simulator.platform.state.addFollower(openId);
		const midnight = shanghai().startOf('day');
		const at = (time: DateTime) => ({ CreateTime: Math.floor(time.toSeconds()) });
		await app.say(openId, '签到', at(midnight.minus({ seconds: 1 })));
		await app.settled();
		const fields = { MsgId: '24690134567890777', ...at(midnight) };
		await Promise.all([app.say(openId, '签到', fields), app.say(openId, '签到', fields)]);
		await app.settled();
		expect(await app.say(openId, '我的积分')).toContain('已连续签到 2 天');
		await app.settled();
		expect((await rowsOf(openId)).map(({ type }) => type)).toEqual(['checkIn', 'checkIn']);
	});

	it('ranks the month, without showing who it is', async () => {
		const { app } = system;
		const ranking = await app.say('oMidnight', '积分排行');
		expect(ranking).toMatch(/本月积分排行\n1\. /);
		expect(ranking).toMatch(/您排第 \d 名/);
		expect(ranking).not.toContain('oDaily');
	});

	it('counts forty voters who tap twice, one vote each', async () => {
		const { app } = system;
		const { state } = app.simulator.platform;
		const voters = Array.from({ length: 40 }, (_, position) => `oVoter${position}`);
		voters.forEach((openId) => state.addFollower(openId));
		expect(await app.say('oVoter0', '投票')).toContain('1. 明前龙井');
		const choiceOf = (position: number) => (position < 20 ? 1 : position < 32 ? 2 : 3);
		for (let first = 0; first < voters.length; first += 10) {
			await Promise.all(
				voters.slice(first, first + 10).flatMap((openId, place) => {
					const choice = choiceOf(first + place);
					return [app.say(openId, `投 ${choice}`), app.say(openId, `投${choice}`)];
				}),
			);
		}
		await app.settled(60_000);
		for (const openId of voters) {
			const answers = inboxOf(openId).filter(
				(text) => text.includes('投给了') || text.includes('已经投过'),
			);
			expect(answers).toHaveLength(2);
		}
		const result = await app.say('oVoter39', '投票');
		expect(result).toContain(
			'明前龙井：20 票（50.0%）\n高山白茶：12 票（30.0%）\n老班章普洱：8 票',
		);
		expect(await app.say('oVoter39', '投 1')).toContain('您已经投过票了');
		expect(await app.say('oVoter39', '投 9')).toContain('没有这个选项');
		await app.settled();
		expect(await app.say('oVoter39', '投票')).toContain('明前龙井：20 票');
	}, 120_000);

	it('tells the staff every week', async () => {
		const { app } = system;
		await app.advance(7 * DAY_MS);
		const before = app.staff.messages.length;
		await app.run('08', 'Every Monday at 9:00');
		const [report = ''] = app.staff.messages.slice(before);
		expect(report).toContain('上周签到');
		expect(report).toContain('投票：下个月的品鉴会，您最想喝哪一款？（40 人）');
		expect(report).toContain('明前龙井：20 票');
		await app.settled();
		expect(await app.failures()).toEqual([]);
	});
});
