import type { Json } from '../../simulator/check';
import { Caller } from './call';

describe('fault 5: statistics', () => {
	let api: Caller;
	const ask = async (name: string, begin_date: string, end_date = begin_date) =>
		await api.call(`/datacube/${name}`, { begin_date, end_date });
	const code = async (name: string, begin: string, end = begin) =>
		Number((await ask(name, begin, end)).errcode ?? 0);

	beforeEach(() => {
		// By the clock of the calls it is Wednesday, 15 May 2030, noon in Shanghai.
		api = new Caller({ articles: [{ msgDataId: 2247490098, daysAgo: 3, title: '新茶' }] });
	});

	it.each([
		['getusersummary', 7],
		['getusercumulate', 7],
		['getbizsummary', 30],
		['getarticleread', 1],
		['getarticleshare', 1],
		['getarticletotaldetail', 1],
		['getupstreammsg', 7],
		['getupstreammsghour', 1],
		['getupstreammsgweek', 1],
		['getupstreammsgmonth', 1],
		['getupstreammsgdist', 15],
		['getupstreammsgdistweek', 15],
		['getupstreammsgdistmonth', 15],
		['getinterfacesummary', 30],
		['getinterfacesummaryhour', 1],
		['getuserreadhour', 1],
		['getusersharehour', 1],
		['getusershare', 1],
	])('correction 3: %s gives %i days at most (61501)', async (name, days) => {
		const ago = (count: number) => api.state.clock.daysAgo(count);
		expect(await code(name, ago(days), ago(1))).toBe(0);
		expect(await code(name, ago(days + 1), ago(1))).toBe(61501);
		expect(await code(name, ago(0))).toBe(61501);
		expect(await code(name, '2030-5-1')).toBe(61500);
	});

	it('fault 5: the figures of yesterday are there from 8:00 (61503)', async () => {
		const { clock } = api.state;
		clock.advance(-5 * 3_600_000);
		expect([clock.hour(), await code('getusersummary', '2030-05-14')]).toEqual([7, 61503]);
		expect(await code('getusersummary', '2030-05-13')).toBe(0);
		clock.advance(3_600_000);
		expect(await code('getusersummary', '2030-05-14')).toBe(0);
	});

	it('correction 3: figures of a week stand at its Monday, those of a month at its first day', async () => {
		const days = async (...given: [string, string, string?]) =>
			((await ask(...given)).list as Json[]).map(({ ref_date }) => ref_date);
		expect(await days('getupstreammsgweek', '2030-05-06')).toEqual(['2030-05-06']);
		expect(await days('getupstreammsgweek', '2030-05-07')).toEqual([]);
		expect(await days('getupstreammsgmonth', '2030-05-01')).toEqual(['2030-05-01']);
		const span = await days('getupstreammsgdistweek', '2030-04-30', '2030-05-14');
		expect(span).toEqual(['2030-05-06', '2030-05-13']);
	});

	it('correction 11: the article statistics begin on 1 November 2025', async () => {
		const list = async (day: string) => (await ask('getbizsummary', day)).list as Json[];
		expect(await list('2025-10-31')).toEqual([]);
		expect(await list('2025-11-01')).toHaveLength(1);
	});

	it('correction 11: they tell channels and where readers stop, day by day, and whether they are final', async () => {
		const answer = await ask('getarticletotaldetail', '2030-05-12');
		expect(answer).toMatchObject({ is_delay: false });
		const [article] = answer.list as Array<{ msgid: string; detail_list: Json[] }>;
		expect(article?.msgid).toBe('2247490098_1');
		expect(article?.detail_list.map(({ stat_date }) => stat_date)).toEqual([
			'2030-05-12',
			'2030-05-13',
			'2030-05-14',
		]);
		expect(article?.detail_list[0]).toMatchObject({
			read_user_source: [{ scene_desc: '公众号消息' }, {}, {}],
			read_jump_position: Array.from({ length: 5 }, (_, at) => ({ position: at + 1 })),
		});
		api.state.settings.areStatisticsDelayed = true;
		expect(await ask('getarticleread', '2030-05-14')).toMatchObject({ is_delay: true });
	});

	it('fault 7.13: counts the followers there were, when asked to', async () => {
		const count = async () => await ask('getusercumulate', '2030-05-14');
		expect(await count()).toMatchObject({ list: [{ cumulate_user: 1_217 }] });
		api.state.settings.areFollowersCounted = true;
		const yesterday = Date.parse('2030-05-14T23:00:00+08:00') / 1_000;
		api.state.addFollower('oA', { followedAt: yesterday });
		api.state.addFollower('oB');
		api.state.addFollower('oC', { followedAt: yesterday, isFollowing: false });
		expect(await count()).toMatchObject({ list: [{ cumulate_user: 1 }] });
	});
});
