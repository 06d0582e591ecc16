import { seed } from '../../simulator/control';
import { invite, namesOf } from '../lib/crowd';
import { onEachStore, useSystem } from '../lib/useSystem';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SEGMENTS: Record<string, [segment: string, tag: string]> = {
	fan: ['highValue', '高价值'],
	casual: ['potential', '潜在'],
	newcomer: ['potential', '潜在'],
	dormant: ['dormant', '沉默'],
	lost: ['lost', '流失'],
};
/** Who has not noticed that the account is gone for them. */
const STRANGER = 'o_unknown_to_wechat';

interface SegmentRow extends Record<string, unknown> {
	key: string;
	segment: string;
	pending: string;
}

onEachStore('12: weekly segments of sixty followers', (store) => {
	const system = useSystem({ only: ['00', '01', '12'] }, store);
	const segments = async () =>
		new Map((await system.app.rows<SegmentRow>('wechat_segments')).map((row) => [row.key, row]));
	const tagsOf = (openId: string) => {
		const { followers, tags } = system.app.simulator.platform.state;
		return (followers.get(openId)?.tagIds ?? []).map((id) => tags.get(id)?.name).sort();
	};
	const tagCalls = () =>
		system.app.simulator.platform.journal.filter(({ path }) => /batch(un)?tagging$/.test(path));
	/** Whose tags WeChat has changed since so many calls. */
	const changed = (calls: number) =>
		tagCalls()
			.slice(calls)
			.filter(({ errcode }) => errcode === 0)
			.flatMap(({ body }) => (body as { openid_list: string[] }).openid_list);

	beforeAll(async () => {
		const { app } = system;
		await app.set('now', new Date(app.simulator.platform.state.clock.now()).toISOString());
		await invite(app);
		await app.insert('wechat_contacts', [
			{ key: STRANGER, openId: STRANGER, isFollower: true, lastAt: new Date().toISOString() },
		]);
		seed(app.simulator.platform, {
			tags: ['流失', '老客户'],
			partialTagFailures: [[], ['o_casual_03', 'o_newcomer_01']],
		});
		const { tags, followers } = app.simulator.platform.state;
		const idOf = (name: string) => [...tags.values()].find((tag) => tag.name === name)?.id ?? 0;
		followers.get('o_fan_01')?.tagIds.push(idOf('流失'), idOf('老客户'));
	}, 60_000);

	it('sorts everybody, gives the tags, tells the staff', async () => {
		const { app } = system;
		await app.run('12');
		const found = await segments();
		expect(found.size).toBe(61);
		for (const [habit, [segment, tag]] of Object.entries(SEGMENTS)) {
			for (const openId of namesOf(habit)) {
				expect([openId, found.get(openId)?.segment]).toEqual([openId, segment]);
				const own = openId === 'o_fan_01' ? ['老客户'] : [];
				expect([openId, tagsOf(openId)]).toEqual([openId, [...own, tag].sort()]);
			}
		}
		const contacts = await app.rows('wechat_contacts');
		for (const { key, segment } of contacts) expect(segment).toBe(found.get(String(key))?.segment);
		expect(app.staff.messages.at(-1)).toContain('高价值 12（上次 0），潜在 25（上次 0）');
		expect(app.staff.messages.at(-1)).toContain('加上 60 个，去掉 1 个，失败 1 个');
	});

	it('changes nothing when it runs again', async () => {
		const { app } = system;
		const before = await app.rows('wechat_segments');
		const calls = tagCalls().length;
		await app.advance(2 * DAY_MS);
		await app.run('12');
		const after = await segments();
		for (const row of before) {
			expect(after.get(String(row.key))).toMatchObject({
				segment: row.segment,
				pending: '',
				fineSegment: expect.any(String),
			});
		}
		// Only the one whom WeChat does not know is tried again.
		const again = tagCalls().slice(calls);
		expect(again.map(({ body }) => (body as { openid_list: string[] }).openid_list)).toEqual([
			[STRANGER],
		]);
		expect(await app.rows('wechat_segment_history')).toHaveLength(61);
		expect(app.staff.messages.at(-1)).toContain('变动：无');
	});

	it('moves only those whom two weeks in a row find elsewhere, and who is back at once', async () => {
		const { app } = system;
		const visit = async (names: string[]) => {
			const { clock } = app.simulator.platform.state;
			await app.insert(
				'wechat_interactions',
				names.map((openId) => ({
					key: `${openId}:${clock.now()}`,
					openId,
					kind: 'text',
					at: new Date(clock.now() - HOUR_MS).toISOString(),
				})),
			);
		};
		await app.advance(21 * DAY_MS);
		await visit([...namesOf('fan'), ...namesOf('newcomer')]);
		await app.say('o_dormant_01', '好久不见');
		await app.settled();
		await app.advance(HOUR_MS);
		let calls = tagCalls().length;
		await app.run('12');
		const first = await segments();
		expect(first.get('o_casual_01')).toMatchObject({ segment: 'potential', pending: 'dormant' });
		expect(first.get('o_dormant_01')?.segment).toBe('potential');
		expect(tagsOf('o_dormant_01')).toEqual(['潜在']);
		expect(changed(calls)).toEqual(['o_dormant_01', 'o_dormant_01']);

		// The same week again is no second week.
		await app.run('12');
		expect((await segments()).get('o_casual_01')?.segment).toBe('potential');

		await app.advance(7 * DAY_MS);
		await visit([...namesOf('fan'), ...namesOf('newcomer')]);
		calls = tagCalls().length;
		await app.run('12');
		const second = await segments();
		for (const openId of namesOf('casual')) {
			expect(second.get(openId)).toMatchObject({ segment: 'dormant', pending: '' });
			expect(tagsOf(openId)).toEqual(['沉默']);
		}
		expect(changed(calls).sort()).toEqual([...namesOf('casual'), ...namesOf('casual')].sort());
		expect(tagsOf('o_fan_01')).toEqual(['老客户', '高价值'].sort());
		expect(app.staff.messages.at(-1)).toContain('潜在→沉默 12 人');
		const history = await app.rows('wechat_segment_history');
		expect(history.filter(({ toSegment }) => toSegment === 'dormant').length).toBe(24);
		expect(await app.failures()).toEqual([]);
	});
});
