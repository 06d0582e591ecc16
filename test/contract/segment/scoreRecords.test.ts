import { comments } from '../../../nodes/shared/records/tables/comments';
import { contactKey, contacts } from '../../../nodes/shared/records/tables/contacts';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { DAY, happened, NOON, useCampaigns } from '../campaign/scene';

const scene = useCampaigns('weChatSegment');
const iso = (epoch: number) => new Date(epoch).toISOString();
const at = (days: number) => ({ options: { now: iso(NOON + days * DAY) } });

const OUTPUTS = { highValue: 0, potential: 1, dormant: 2, lost: 3, silent: 4, tags: 5, summary: 6 };

/** A follower who was active on days before now. */
async function active(openId: string, days: number[]) {
	await scene.follower(openId, { segment: '', lastAt: NOON - Math.min(...days) * DAY });
	for (const day of days) await happened(scene, openId, 'text', NOON - day * DAY);
}

const openIdsOf = (list: Array<{ openId?: unknown }> = []) => list.map(({ openId }) => openId);
const segmentOf = (openId: string) =>
	scene.tables.rows('contacts').find((row) => row.openId === openId)?.segment;

describe('Score, with records in tables', () => {
	it('sorts followers, writes the segment into the contact and the history, and tells', async () => {
		await active('oBest', [1, 4, 8, 12, 20, 28, 40, 60]);
		await active('oSilent', [45, 50, 55]);
		await active('oGone', [89, 88]);
		await scene.follower('oQuiet', { segment: '', subscribedAt: NOON - 200 * DAY, lastAt: null });
		await happened(scene, 'oSilent', 'sent', NOON - DAY, { isOutgoing: true });
		const { json, error } = await scene.run('score');
		expect(error).toBeUndefined();
		expect(openIdsOf(json[OUTPUTS.highValue])).toEqual(['oBest']);
		expect(openIdsOf(json[OUTPUTS.dormant])).toEqual(expect.arrayContaining(['oSilent']));
		expect(openIdsOf(json[OUTPUTS.lost])).toEqual(['oQuiet']);
		expect(segmentOf('oBest')).toBe('highValue');
		expect(segmentOf('oQuiet')).toBe('lost');
		const history = scene.tables.rows('segments_history');
		expect(history).toHaveLength(4);
		expect(history[0]).toMatchObject({ key: 'segment:2026-11-24:oBest', segment: 'highValue' });
		expect(json[OUTPUTS.tags]).toHaveLength(4);
		expect(json[OUTPUTS.tags]?.[0]).toEqual({
			openId: 'oBest',
			segment: 'highValue',
			previousSegment: '',
			addTag: '高价值',
			removeTag: '',
		});
		expect(json[OUTPUTS.summary]?.[0]?.summary).toContain('【用户分层】11 月 24 日，共 4 人');
	});

	it('finds the same when it is run again on that day, also after it was killed', async () => {
		await active('oBest', [1, 4, 8, 12, 20, 28, 40, 60]);
		await active('oSilent', [45, 50, 55]);
		const whole = await scene.run('score');
		const rows = scene.tables.rows('segments_history');
		for (let step = 1; step <= 9; step++) {
			for (const table of scene.tables.tables) {
				if (table.name.endsWith('segments_history')) table.rows = [];
				if (!table.name.endsWith('contacts')) continue;
				for (const row of table.rows) row.segment = '';
			}
			let steps = 0;
			scene.tables.beforeStep = () => {
				steps += 1;
				if (steps >= step) throw new Error('The process was killed');
			};
			await scene.run('score');
			scene.tables.beforeStep = () => undefined;
			const again = await scene.run('score');
			expect(again.json[OUTPUTS.highValue]).toEqual(whole.json[OUTPUTS.highValue]);
			expect(openIdsOf(again.json[OUTPUTS.tags])).toEqual(['oBest', 'oSilent']);
			const keys = scene.tables.rows('segments_history').map(({ key }) => key);
			expect(keys.sort()).toEqual(rows.map(({ key }) => key).sort());
			expect(segmentOf('oBest')).toBe('highValue');
		}
	});

	it('moves somebody in the second run that finds so, and counts the runs of a day as one', async () => {
		await active('oA', [1, 4, 8, 12, 20, 28, 40, 60]);
		const fixed = { scoring: 'fixed' };
		await scene.run('score', fixed);
		expect(segmentOf('oA')).toBe('highValue');
		for (let again = 0; again < 2; again++) {
			await scene.run('score', { ...fixed, ...at(30) });
			expect(segmentOf('oA')).toBe('highValue');
		}
		const { json } = await scene.run('score', { ...fixed, ...at(31) });
		expect(segmentOf('oA')).toBe('dormant');
		expect(json[OUTPUTS.tags]).toMatchObject([{ addTag: '沉默', removeTag: '高价值' }]);
		expect(json[OUTPUTS.summary]?.[0]?.summary).toContain('变动：高价值→沉默 1 人');
	});

	it('warns once of somebody who is about to fall silent', async () => {
		await active('oA', [24, 26, 28, 30, 32]);
		const first = await scene.run('score');
		expect(first.json[OUTPUTS.silent]).toMatchObject([
			{ openId: 'oA', churnWarning: true, dormantInDays: 6 },
		]);
		expect(first.json[OUTPUTS.summary]?.[0]?.summary).toContain('快要沉默的有 1 人');
		expect((await scene.run('score')).json[OUTPUTS.silent]).toHaveLength(1);
		expect((await scene.run('score', at(1))).json[OUTPUTS.silent]).toEqual([]);
	});

	it('values orders where there are any', async () => {
		await active('oA', [1, 2]);
		await active('oB', [1, 2]);
		await happened(scene, 'oB', 'order', NOON - DAY, { amountFen: 12_900 });
		const { json } = await scene.run('score');
		const all = json.slice(0, 4).flat();
		expect(all.find(({ openId }) => openId === 'oB')).toMatchObject({ monetary: 12_900 });
		expect(all.find(({ openId }) => openId === 'oA')).toMatchObject({ monetary: 0 });
	});

	it('takes comments on articles for signs of life, of followers only', async () => {
		await active('oA', [24, 26, 28, 30, 32]);
		const comment = (openId: string, days: number) => ({
			key: `comment:${openId}`,
			openId,
			commentedAt: NOON - days * DAY,
		});
		await scene.records.add(comments, [comment('oA', 2), comment('oStranger', 2), comment('', 2)]);
		await scene.records.add(comments, [{ ...comment('oA', -1), key: 'comment:later' }]);
		const { json } = await scene.run('score');
		expect(json[OUTPUTS.silent]).toEqual([]);
		const all = json.slice(0, 4).flat();
		expect(all).toMatchObject([{ openId: 'oA', recencyDays: 2, frequency: 6, monetary: 15 }]);
	});

	it('makes no contact of somebody who is none, and takes texts as texts', async () => {
		const hostile = ['={{ $execution.id }}', '=1+1', "'; drop table x; --"];
		for (const openId of hostile) await happened(scene, openId, 'text', NOON - DAY);
		const { json, error } = await scene.run('score');
		expect(error).toBeUndefined();
		expect(openIdsOf(json.slice(0, 4).flat()).sort()).toEqual([...hostile].sort());
		expect(scene.tables.rows('contacts')).toEqual([]);
	});

	it('says that there is nobody yet', async () => {
		const { json, error } = await scene.run('score');
		expect(error).toBeUndefined();
		expect(json[OUTPUTS.summary]?.[0]?.summary).toContain('共 0 人');
	});

	it('is cheap: two hundred followers cost at most twelve runs of n8n', async () => {
		const people = Array.from({ length: 200 }, (_, index) => `oPerson${index}`);
		await scene.records.put(
			contacts,
			people.map((openId, index) => ({
				key: contactKey(openId),
				openId,
				isFollower: true,
				lastAt: NOON - (index % 100) * DAY,
			})),
		);
		await scene.records.put(
			interactions,
			people.flatMap((openId, index) =>
				[0, 7, 14].map((day) => {
					const time = NOON - ((index % 100) + day) * DAY;
					return { key: `${openId}:${day}`, openId, kind: 'text', at: time };
				}),
			),
		);
		await scene.run('score', at(-7));
		for (const table of scene.tables.tables) {
			if (!table.name.endsWith('contacts')) continue;
			for (const row of table.rows) row.segment = '';
		}
		const before = scene.tables.runs;
		const { json } = await scene.run('score');
		expect(json[OUTPUTS.summary]?.[0]).toMatchObject({ scored: 200 });
		expect(scene.tables.runs - before).toBeLessThanOrEqual(12);
	});

	it('keeps two accounts apart', async () => {
		await active('oA', [1, 2]);
		const other = { wechat: { appId: 'wxother00000' } };
		const { json } = await scene.run('score', {}, [other, {}]);
		expect(json[OUTPUTS.summary]).toMatchObject([{ scored: 0 }, { scored: 1 }]);
	});
});
