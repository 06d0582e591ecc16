import type { INodeParameters } from 'n8n-workflow';
import { dayWindows, lastCompleteDay } from '../../nodes/shared/calendar/windows';
import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

describe('fault 2.13, correction 3: spans of the statistics', () => {
	const account = useAccount();
	const read = async (operation: string, parameters: INodeParameters, answer = '{"list":[]}') => {
		account.simulator.platform.faults.add({ body: answer, times: 99 });
		const result = await runAction('statistics', operation, parameters, [{}], account.credentials);
		return { ...result, windows: account.calls().map(({ body }) => body as DayWindow) };
	};
	type DayWindow = { begin_date: string; end_date: string };
	const dates = (windows: DayWindow[]) =>
		windows.map(({ begin_date, end_date }) => (begin_date === end_date ? begin_date : 'a span'));

	it.each(['getupstreammsgweek', 'getupstreammsgdistweek'])(
		'%s asks week by week',
		async (figures) => {
			const { windows } = await read('getMessages', {
				figures,
				from: '2026-10-01',
				to: '2026-10-20',
			});
			expect(dates(windows)).toEqual(['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19']);
		},
	);

	it.each(['getupstreammsgmonth', 'getupstreammsgdistmonth'])(
		'%s asks month by month',
		async (figures) => {
			const { windows } = await read('getMessages', {
				figures,
				from: '2025-12-31T23:00:00',
				to: '2026-02-28',
			});
			expect(dates(windows)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
		},
	);

	it('distributions by day ask 15 days at a time', async () => {
		const parameters = { figures: 'getupstreammsgdist', from: '2026-09-01', to: '2026-09-20' };
		expect((await read('getMessages', parameters)).windows).toEqual([
			{ begin_date: '2026-09-01', end_date: '2026-09-15' },
			{ begin_date: '2026-09-16', end_date: '2026-09-20' },
		]);
	});

	it('no call has more days than WeChat takes, none is left out and none asked for twice', () => {
		for (const step of [1, 7, 15, 30]) {
			const windows = dayWindows('2027-12-20', '2028-03-03', step);
			const days = windows.flatMap(({ begin_date, end_date }) =>
				dayWindows(begin_date, end_date, 1).map((day) => day.begin_date),
			);
			expect(new Set(days).size).toBe(75);
			expect(days).toHaveLength(75);
			expect(days).toContain('2028-02-29');
		}
	});

	it('asks for the last week and month that are over, when no day is given', () => {
		const sunday = Date.parse('2026-11-29T23:30:00+08:00');
		expect(lastCompleteDay(sunday, 7)).toBe('2026-11-28');
		expect(lastCompleteDay(sunday, 'week')).toBe('2026-11-22');
		expect(lastCompleteDay(sunday, 'month')).toBe('2026-10-31');
		expect(lastCompleteDay(Date.parse('2027-01-01T00:30:00+08:00'), 'month')).toBe('2026-12-31');
	});

	it('61501 is also a span that WeChat does not give', async () => {
		const parameters = { figures: 'getusersummary', from: '2026-10-01', to: '2026-10-07' };
		const { error } = await read('getFollowers', parameters, '{"errcode":61501,"errmsg":"range"}');
		expect(error?.message).toContain('of 2026-10-01 to 2026-10-07 (error 61501)');
		expect(error?.description).toContain('too many for one call');
	});
});

describe('correction 11: article statistics', () => {
	const account = useAccount();
	const parameters = { figures: 'getarticletotaldetail', from: '2026-10-01', to: '2026-10-01' };
	const source = [
		{ user_count: 6, scene_desc: '公众号消息' },
		{ user_count: 3, scene_desc: '朋友圈' },
	];
	const figures = {
		stat_date: '2026-10-02',
		read_user: 9,
		read_user_source: source,
		read_jump_position: [{ position: 1, rate: 0.25 }],
	};
	const article = { ref_date: '2026-10-01', msgid: '2247490098_1', title: '新茶' };
	const read = async (changes: INodeParameters) => {
		const body = JSON.stringify({
			list: [{ ...article, detail_list: [figures] }],
			is_delay: false,
		});
		account.simulator.platform.faults.add({ body, path: '/datacube/getarticletotaldetail' });
		return await runAction(
			'statistics',
			'getArticles',
			{ ...parameters, ...changes },
			[{}],
			account.credentials,
		);
	};
	const rows = async (changes: INodeParameters) =>
		(await read(changes)).items.map(({ json }) => json);

	it('gives a flat row per article and day', async () => {
		expect(await rows({})).toEqual([{ ...article, stat_date: '2026-10-02', read_user: 9 }]);
	});

	it('gives a row per channel, or per position where readers left', async () => {
		const of = { ...article, stat_date: '2026-10-02' };
		expect(await rows({ resultPer: 'channel' })).toEqual([
			{ ...of, user_count: 6, scene_desc: '公众号消息' },
			{ ...of, user_count: 3, scene_desc: '朋友圈' },
		]);
		expect(await rows({ resultPer: 'position' })).toEqual([{ ...of, position: 1, rate: 0.25 }]);
	});

	it('begin on 2025-11-01: earlier days are not asked for, a span before is told', async () => {
		await read({ from: '2025-10-01', to: '2025-11-01' });
		expect(account.calls().map(({ body }) => body)).toEqual([
			{ begin_date: '2025-11-01', end_date: '2025-11-01' },
		]);
		const { error } = await read({ from: '2025-09-01', to: '2025-10-31' });
		expect(error?.message).toContain('from 2025-11-01 on');
	});
});
