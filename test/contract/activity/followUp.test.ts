import type { IDataObject } from 'n8n-workflow';
import { asking, codeIn, Desk, FRIDAY_2005, FRIDAY_2200, message, said } from './desk';

const PLAN = { activityId: 'weekly-draw' };
/** The code of a prize is good for thirty days from the draw. */
const SOON = '2026-12-25T10:10:00+08:00';
const AFTER = '2026-12-28T10:10:00+08:00';

/** A lottery that fifteen people entered and that was drawn: ten winners, three reserves. */
async function drawn(): Promise<{ desk: Desk; winners: IDataObject[]; proof: IDataObject }> {
	const desk = await new Desk().open();
	const opened = await desk.run('activity', 'open', PLAN);
	expect(String(opened.outputs[0]?.[0]?.summary)).toContain(
		'逾期视为放弃，按开奖时排定的顺序由候补递补',
	);
	const items = Array.from({ length: 15 }, (_, index) => message(`oPerson${index}`));
	await desk.run('lottery', 'enter', {}, { items });
	await desk.run('activity', 'close', PLAN, { now: FRIDAY_2005 });
	const { outputs } = await desk.run(
		'lottery',
		'draw',
		{ ...PLAN, beacon: '3 8 6' },
		{ now: FRIDAY_2200 },
	);
	const activity = outputs[1]?.[0]?.activity as IDataObject;
	return { desk, winners: outputs[0] ?? [], proof: activity.proof as IDataObject };
}

const followUp = async (desk: Desk, now: string, activityId = 'weekly-draw') => {
	const { outputs, error } = await desk.run('lottery', 'followUp', { activityId }, { now });
	expect(error).toBeUndefined();
	const [reminders = [], movedUp = [], summary = []] = outputs;
	return { reminders, movedUp, summary };
};

const redeem = async (desk: Desk, winner: IDataObject | undefined, now: string) =>
	await desk.run('prize', 'redeem', { code: codeIn(winner), redeemedBy: '前台' }, { now });

const openIds = (items: IDataObject[]) => items.map(({ openId }) => openId);

describe('prizes that nobody claims', () => {
	it('are reminded of before their end, those that were claimed are not', async () => {
		const { desk, winners } = await drawn();
		await redeem(desk, winners[0], FRIDAY_2200);
		const early = await followUp(desk, '2026-12-20T10:10:00+08:00');
		expect([early.reminders, early.movedUp, early.summary]).toEqual([[], [], []]);
		const { reminders, movedUp, summary } = await followUp(desk, SOON);
		expect(openIds(reminders)).toEqual(openIds(winners.slice(1)));
		expect([movedUp, summary]).toEqual([[], []]);
		expect(said(reminders[0])).toContain(
			`2026-12-27 22:00 前有效，逾期视为放弃。兑换码：${codeIn(winners[1])}`,
		);
		// The same key again: whoever writes to them by it does so once.
		const again = await followUp(desk, '2026-12-26T10:10:00+08:00');
		expect(again.reminders.map(({ key }) => key)).toEqual(reminders.map(({ key }) => key));
		expect(new Set(reminders.map(({ key }) => key)).size).toBe(9);
	});

	it('go to the reserves in the order of the draw, and the staff hears of it', async () => {
		const { desk, winners, proof } = await drawn();
		for (const winner of winners.slice(2)) await redeem(desk, winner, FRIDAY_2200);
		const { reminders, movedUp, summary } = await followUp(desk, AFTER);
		expect(reminders).toEqual([]);
		expect(movedUp).toHaveLength(2);
		const prizes = movedUp.map(({ prize }) => (prize as IDataObject).prize);
		expect(prizes).toEqual(winners.slice(0, 2).map(({ prize }) => (prize as IDataObject).prize));
		expect(said(movedUp[0])).toContain('您作为候补获得「保温杯」');
		expect(String(summary[0]?.summary)).toMatch(
			/有 2 份奖品逾期未领。\n候补 1（\w{12}）递补：保温杯\n候补 2（\w{12}）递补：帆布袋$/,
		);
		const reserves = proof.reserves as Array<{ entry: string }>;
		const holders = desk.tables
			.rows('prizes_won')
			.slice(10)
			.map(({ holder }) => holder);
		expect(holders).toEqual(reserves.slice(0, 2).map(({ entry }) => entry));
		// Again: the same items by the same keys, and nothing new in the tables.
		const before = JSON.stringify(desk.tables.rows('prizes_won'));
		const again = await followUp(desk, '2026-12-29T10:10:00+08:00', '');
		expect(again.movedUp).toEqual(movedUp);
		expect(again.summary).toEqual(summary);
		expect(JSON.stringify(desk.tables.rows('prizes_won'))).toBe(before);
		const later = await followUp(desk, '2027-01-05T10:10:00+08:00');
		expect([later.movedUp, later.summary]).toEqual([[], []]);
	});

	it('are redeemed by the reserve and by nobody else, and everybody is told how things stand', async () => {
		const { desk, winners } = await drawn();
		for (const winner of winners.slice(1)) await redeem(desk, winner, FRIDAY_2200);
		const [reserve] = (await followUp(desk, AFTER)).movedUp;
		const late = await redeem(desk, winners[0], AFTER);
		expect(said(late.outputs[1]?.[0])).toContain('已于 2026-12-27 22:00 过期');
		expect(said((await redeem(desk, reserve, AFTER)).outputs[0]?.[0])).toContain('请发放：保温杯');
		const asked = [asking(String(winners[0]?.openId)), asking(String(reserve?.openId))];
		const { outputs } = await desk.run('lottery', 'getMyResult', {}, { items: asked, now: AFTER });
		expect(outputs[0]?.map(said)).toEqual([
			expect.stringContaining('保温杯（每周抽奖）：已过期'),
			expect.stringContaining('保温杯（每周抽奖）：已领取'),
		]);
		const shown = await desk.run('lottery', 'getProof', PLAN, { now: AFTER });
		expect(String(shown.outputs[0]?.[0]?.html)).toMatch(/候补 1<\/th><td>\w{12}，递补：保温杯/);
		expect(shown.outputs[0]?.[0]?.activity).toMatchObject({ isValid: true });
		const stock = await desk.run('prize', 'getStock', PLAN, { now: AFTER });
		expect(String(stock.outputs[0]?.[0]?.summary)).toContain(
			'保温杯：共 1 份，已发 1，剩余 0，已兑 1\n',
		);
	});

	it('end when no reserve is left, and that is told', async () => {
		const { desk } = await drawn();
		const { movedUp, summary } = await followUp(desk, AFTER);
		expect(movedUp).toHaveLength(3);
		expect(String(summary[0]?.summary)).toMatch(/有 10 份奖品逾期未领[^]*7 份没有候补可以递补。$/);
		// Prizes of reserves lapse, too.
		const last = await followUp(desk, '2027-01-28T10:10:00+08:00');
		expect(last.movedUp).toEqual([]);
		expect(String(last.summary[0]?.summary)).toMatch(/有 13 份奖品逾期未领[^]*10 份没有候补/);
	});

	it('are nobody to write to where the reserve has left', async () => {
		const { desk, proof, winners } = await drawn();
		for (const winner of winners.slice(1)) await redeem(desk, winner, FRIDAY_2200);
		const entries = desk.tables.tables.find(({ name }) => name.endsWith('_activity_rows'));
		const winning = new Set(openIds(winners));
		for (const row of entries?.rows ?? []) if (!winning.has(row.openId)) row.openId = '';
		const { movedUp, summary } = await followUp(desk, AFTER);
		expect(movedUp).toEqual([]);
		const [first] = proof.reserves as Array<{ entry: string }>;
		expect(String(summary[0]?.summary)).toContain(`候补 1（${first?.entry.slice(0, 12)}）`);
	});

	it('are nothing before anything was opened or drawn', async () => {
		const desk = await new Desk().open();
		for (const activityId of ['', 'weekly-draw', "'; drop table x; --"]) {
			const { reminders, movedUp, summary } = await followUp(desk, AFTER, activityId);
			expect([reminders, movedUp, summary]).toEqual([[], [], []]);
		}
	});
});
