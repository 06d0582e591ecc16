import { tablePrefix } from '../../nodes/shared/records/account';
import type { NewRow } from '../../nodes/shared/records/table';
import { menuCalendar } from '../../nodes/shared/records/tables/menuCalendar';
import { useAccount } from '../harness/account';
import { dataTablesOf } from '../harness/dataTables';
import { runAction } from '../harness/engine';
import { dataTableRecords } from '../harness/records';

const CREATE = '/cgi-bin/menu/create';
const ADD = '/cgi-bin/menu/addconditional';

const STANDARD = {
	key: 'menu:standard',
	name: '日常',
	isActive: true,
	menu: '服务\n- 营业时间：每天 9:00 到 21:00\n- 官网：https://example.com/a:b\n- 签到\n人工',
};
const SEASON = {
	key: 'menu:season',
	name: '新年',
	isActive: true,
	startsOn: '12-25',
	endsOn: '01-07',
	menu: '新年活动\n营业时间：新年照常\\n欢迎光临',
};
const MEMBERS = {
	key: 'menu:members',
	name: '会员',
	isActive: true,
	tag: '会员',
	startsOn: '2026-11-01',
	endsOn: '2026年11月30日',
	menu: '会员专享',
};

describe('the calendar of menus', () => {
	const account = useAccount();
	const records = () =>
		dataTableRecords(dataTablesOf(account.credentials), tablePrefix(account.state.account.appId));
	const write = async (...rows: Array<NewRow<typeof menuCalendar>>) =>
		await records().put(menuCalendar, rows);
	const calendar = async () => await records().read(menuCalendar);

	const night = async (day: string) => {
		const parameters = { options: { now: `${day}T01:00:00+08:00` } };
		const run = await runAction('menu', 'publishDue', parameters, [{}], account.credentials);
		expect(run.error?.message).toBeUndefined();
		expect(run.items.length).toBeLessThan(2);
		return run.items[0]?.json.summary;
	};
	const shown = () => (account.state.menu?.button ?? []).map(({ name }) => name);

	it('touches nothing as long as it holds only examples', async () => {
		account.state.menu = { button: [{ type: 'click', name: '旧', key: 'OLD' }] };
		expect(await night('2026-12-31')).toBeUndefined();
		expect(await calendar()).toHaveLength(3);
		expect(account.calls().map(({ method }) => method)).toEqual(['GET']);
	});

	it('shows a season over New Year, and the standard menu again, each once', async () => {
		await write(STANDARD, SEASON);
		expect(await night('2026-12-24')).toBe('菜单已换成“日常”。\n粉丝会在 24 小时内看到。');
		expect(account.state.menu?.button).toMatchObject([
			{
				name: '服务',
				sub_button: [
					{ type: 'click', name: '营业时间', key: '营业时间' },
					{ type: 'view', name: '官网', url: 'https://example.com/a:b' },
					{ type: 'click', name: '签到', key: '签到' },
				],
			},
			{ type: 'click', name: '人工', key: '人工' },
		]);
		expect(await night('2026-12-24')).toBeUndefined();
		expect(await night('2026-12-25')).toContain('“新年”');
		expect(await night('2027-01-07')).toBeUndefined();
		expect(shown()).toEqual(['新年活动', '营业时间']);
		expect(await night('2027-01-08')).toContain('“日常”');
		expect(account.calls(CREATE)).toHaveLength(3);
	});

	it('brings back the menu that was there before the calendar', async () => {
		account.state.menu = { button: [{ type: 'click', name: '旧', key: 'OLD' }] };
		await write(SEASON);
		await night('2026-12-25');
		expect(shown()).toEqual(['新年活动', '营业时间']);
		expect((await calendar()).at(-1)).toMatchObject({
			name: '原来的菜单（2026-12-25 换下）',
			isActive: true,
		});
		expect(await night('2027-01-08')).toContain('原来的菜单');
		expect(account.state.menu?.button).toMatchObject([{ name: '旧', key: 'OLD' }]);
	});

	it('says so when a season is over and nothing takes its place', async () => {
		await write(SEASON);
		await night('2026-12-25');
		expect(await night('2027-01-08')).toMatch(/没有发布：线上的菜单已经到期/);
	});

	it('keeps a menu that somebody else has published, switched off beside a standing one', async () => {
		await write(STANDARD);
		await night('2026-11-23');
		account.state.menu = { button: [{ type: 'click', name: '外来', key: 'X' }] };
		expect(await night('2026-11-24')).toContain('“日常”');
		const [, , , kept] = await calendar();
		expect(kept).toMatchObject({ isActive: false, priority: -1 });
		expect(kept?.menu).toContain('外来');
	});

	it('shows followers with a tag their own, and takes away no menu of others', async () => {
		account.state.tags.set(108, { id: 108, name: '会员' });
		await write(STANDARD, MEMBERS);
		await night('2026-11-01');
		expect(account.state.conditionalMenus).toMatchObject([
			{ button: [{ name: '会员专享' }], matchrule: { tag_id: '108' } },
		]);
		const other = { button: [{ type: 'click', name: '别人的', key: 'X' }], menuid: 7 };
		account.state.conditionalMenus.push({ ...other, matchrule: { client_platform_type: '2' } });
		expect(await night('2026-11-30')).toBeUndefined();
		expect(await night('2026-12-01')).toContain('标签“会员”的菜单已到期撤下');
		expect(account.state.conditionalMenus).toMatchObject([{ menuid: 7 }]);
		account.state.conditionalMenus.push({ ...other, menuid: 8, matchrule: { tag_id: '108' } });
		expect(await night('2026-12-02')).toBeUndefined();
		expect(account.state.conditionalMenus).toHaveLength(2);
		expect(account.calls(ADD)).toHaveLength(1);
	});

	it('tells of a tag that is not there, and publishes the rest', async () => {
		await write(STANDARD, MEMBERS);
		expect(await night('2026-11-01')).toBe(
			'菜单已换成“日常”。\n标签“会员”的菜单“会员”没有发布：公众号里还没有标签“会员”\n粉丝会在 24 小时内看到。',
		);
	});

	it.each([
		['a menu that is not JSON', { menu: '{"button":[' }],
		['a name that is too long', { menu: '六个汉字太长' }],
		['an entry without a button', { menu: '- 签到' }],
		['an address without a name', { menu: 'https://example.com' }],
		['a day that does not exist', { startsOn: '02-30' }],
		['an end before the start', { startsOn: '2026-12-01', endsOn: '2026-01-01' }],
	])('leaves the menu that is online with %s', async (_what, wrong) => {
		await write(STANDARD);
		await night('2026-12-24');
		await write({ ...SEASON, ...wrong });
		expect(await night('2026-12-25')).toMatch(/^菜单“新年”没有发布：/);
		expect(shown()).toEqual(['服务', '人工']);
	});

	it('tells what WeChat refuses', async () => {
		await write(STANDARD);
		account.simulator.platform.faults.add({ path: CREATE, errcode: 45010 });
		expect(await night('2026-12-24')).toMatch(/^菜单“日常”没有发布：.*45010/);
	});
});

describe('a tap on the menu', () => {
	// What is kept between runs is kept by account: none of the calendars above is this one's.
	const appId = 'wx00000000answers';
	const account = useAccount({ appId });

	it('is answered from the menu that is due, whatever is wrong with another one', async () => {
		const records = dataTableRecords(dataTablesOf(account.credentials), tablePrefix(appId));
		const wrong = { ...MEMBERS, startsOn: '?', menu: '- 签到' };
		await records.put(menuCalendar, [STANDARD, SEASON, wrong]);
		const tap = async (EventKey: string, day = '2026-11-24') => {
			const parameters = { options: { now: `${day}T01:00:00+08:00` } };
			const item = [{ EventKey }];
			const run = await runAction('menu', 'answerTap', parameters, item, account.credentials);
			expect(run.error?.message).toBeUndefined();
			return run.items.map(({ json }) => json.reply);
		};
		expect(await tap('营业时间')).toEqual(['每天 9:00 到 21:00']);
		expect(await tap('营业时间', '2026-12-31')).toEqual(['新年照常\n欢迎光临']);
		expect(await tap('签到')).toEqual([]);
		expect(await tap('={{ $execution.id }}')).toEqual([]);
		expect(account.calls()).toEqual([]);
	});
});
