import { onCanvas } from '../lib/canvas';

const DAY_MS = 86_400_000;

/** A day in Shanghai, so many days from now. */
const day = (offset: number) =>
	new Date(Date.now() + 8 * 3_600_000 + offset * DAY_MS).toISOString().slice(0, 10);

const STANDARD = {
	key: 'menu:standard',
	isActive: true,
	menu: '服务\n- 会员权益：消费积分可以换礼品\n- 营业时间：每天 9:00 到 21:00\n- 签到\n人工',
};
const SEASON = {
	key: 'menu:new-year',
	name: '活动季',
	isActive: true,
	menu: '本季活动\n营业时间：活动期间照常营业',
};

onCanvas('10', (stage) => {
	const state = () => stage().simulator.platform.state;
	const shown = () => (state().menu?.button ?? []).map(({ name }) => name);
	const calls = (path: string) =>
		stage().simulator.platform.journal.filter((call) => call.path === path).length;
	const night = async () => {
		const { room, run } = stage();
		const before = room.messages.length;
		expect((await run('night')).status).toBe('success');
		return room.messages.slice(before);
	};

	it('touches nothing before somebody has written a menu', async () => {
		expect(await night()).toEqual([]);
		expect(shown()).toEqual([]);
		expect((await stage().rows('menu_calendar')).map(({ isActive }) => isActive)).toEqual([
			false,
			false,
			false,
		]);
	});

	it('shows what is due, calls WeChat only for a change, and tells staff once', async () => {
		const { write } = stage();
		await write('menu_calendar', STANDARD);
		await write('menu_calendar', { ...SEASON, startsOn: day(1), endsOn: day(9) });
		expect(await night()).toEqual([expect.stringContaining('菜单已换成“日常菜单”')]);
		expect(shown()).toEqual(['服务', '人工']);
		await write('menu_calendar', { ...SEASON, startsOn: day(0), endsOn: day(9) });
		expect(await night()).toEqual([expect.stringContaining('菜单已换成“活动季”')]);
		expect(shown()).toEqual(['本季活动', '营业时间']);
		expect(await night()).toEqual([]);
		expect(calls('/cgi-bin/menu/create')).toBe(2);
	});

	it('answers taps with what is written, and leaves the others alone', async () => {
		const { push } = stage();
		const tap = { FromUserName: 'oA', MsgType: 'event', Event: 'CLICK' };
		expect(await push({ ...tap, EventKey: '营业时间' })).toBe('活动期间照常营业');
		expect(await push({ ...tap, EventKey: '会员权益' })).toBe('消费积分可以换礼品');
		expect(await push({ ...tap, EventKey: '签到' })).toBe('');
	});

	it('shows followers with a tag their own menu, and takes it away again', async () => {
		const { write } = stage();
		state().tags.set(108, { id: 108, name: '会员' });
		await write('menu_calendar', { key: 'menu:members', isActive: true, endsOn: day(0) });
		expect(await night()).toEqual([expect.stringContaining('标签“会员”的菜单已换成“会员菜单”')]);
		expect(state().conditionalMenus).toMatchObject([{ matchrule: { tag_id: '108' } }]);
		await write('menu_calendar', { key: 'menu:members', endsOn: day(-1) });
		expect(await night()).toEqual([expect.stringContaining('已到期撤下')]);
		expect(state().conditionalMenus).toEqual([]);
	});

	it('restores the standard menu after the season, and shows no broken one', async () => {
		const { write } = stage();
		await write('menu_calendar', { ...SEASON, startsOn: day(-9), endsOn: day(-1) });
		expect(await night()).toEqual([expect.stringContaining('菜单已换成“日常菜单”')]);
		expect(shown()).toEqual(['服务', '人工']);
		await write('menu_calendar', { ...STANDARD, menu: '{"button":[' });
		expect(await night()).toEqual([expect.stringContaining('“日常菜单”没有发布')]);
		expect(shown()).toEqual(['服务', '人工']);
		await write('menu_calendar', STANDARD);
		expect(await night()).toEqual([]);
	});

	it('reports the taps of the week, and what to move first', async () => {
		const { room, run, write } = stage();
		expect((await run('monday')).status).toBe('success');
		expect(room.messages.at(-1)).toContain('没有人点菜单');
		const at = new Date(Date.now() - 7 * DAY_MS).toISOString();
		for (let person = 0; person < 6; person++) {
			const openId = `o${person}`;
			const kind = 'event.CLICK';
			await write('interactions', { key: openId, openId, kind, at, eventKey: '营业时间' });
		}
		expect((await run('monday')).status).toBe('success');
		expect(room.messages.at(-1)).toContain('1. 服务 › 营业时间：6 次，6 人，占 100%');
		expect(room.messages.at(-1)).toContain('把“营业时间”移到“服务”的第一个');
	});
});
