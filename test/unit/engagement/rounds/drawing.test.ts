import { prizesWon } from '../../../../nodes/shared/records/tables/prizesWon';
import { activityRows } from '../../../../nodes/shared/records/tables/activityRows';
import { plans } from '../../../../nodes/shared/records/tables/plans';
import { rounds } from '../../../../nodes/shared/records/tables/rounds';
import { tickets } from '../../../../nodes/shared/records/tables/tickets';
import { forget } from '../../../../nodes/shared/records/forget';
import { entryCode } from '../../../../nodes/WeChatActivity/engine/lottery/closing';
import { verify } from '../../../../nodes/WeChatActivity/engine/lottery/verify';
import { closeRound } from '../../../../nodes/WeChatActivity/records/closing';
import { readClosing, readList } from '../../../../nodes/WeChatActivity/records/closingRows';
import { drawRound, type Drawn } from '../../../../nodes/WeChatActivity/records/drawing';
import { enterRound } from '../../../../nodes/WeChatActivity/records/entering';
import { openRound } from '../../../../nodes/WeChatActivity/records/opening';
import { requireRound } from '../../../../nodes/WeChatActivity/records/rounds';
import { at, eventBy, killAt, letLive, NOON, roundOfPlan } from './scene';

const LOTTERY = {
	kind: 'lottery',
	prizes: '保温杯,1,128;帆布袋,2,39',
	reserves: 2,
	beaconName: '福彩3D {date} 的开奖号码',
};
const AFTER_END = at('2026-11-27T20:05:00');
const AFTER_NUMBER = at('2026-11-27T21:30:00');
const NOBODY = new Set<string>();
const PEOPLE = Array.from({ length: 9 }, (_, index) => `o${index}`);

type Scene = Awaited<ReturnType<typeof roundOfPlan>>;

async function entered(changes: object = {}): Promise<Scene> {
	const scene = await roundOfPlan({ ...LOTTERY, ...changes });
	for (const person of PEOPLE) await enterRound(scene.records, scene.round, eventBy(person));
	return scene;
}

const roundNow = async ({ records }: Scene) => await requireRound(records, 'play');

const close = async (scene: Scene, now = AFTER_END) =>
	await closeRound(scene.records, await roundNow(scene), { excluded: NOBODY, now });

const draw = async (scene: Scene, beacon = '3 8 6', now = AFTER_NUMBER) =>
	await drawRound(scene.records, await roundNow(scene), beacon, now);

/** What anybody can check, and that each winner has one prize. */
async function expectSound(scene: Scene, { proof, winners }: Drawn): Promise<void> {
	const round = await roundNow(scene);
	const codes = await readList(scene.records, proof);
	const { commitment, closingDigest } = round;
	expect(verify(proof, codes, { commitment, closingDigest })).toEqual([]);
	const won = await scene.records.read(prizesWon);
	expect(won.map(({ holder, prize }) => [holder, prize]).sort()).toEqual(
		proof.winners.map(({ entry, prize }) => [entry, prize]).sort(),
	);
	expect(new Set(won.map(({ code }) => code)).size).toBe(won.length);
	expect(winners.map(({ entry }) => entry)).toEqual(proof.winners.map(({ entry }) => entry));
	for (const { won: row, entry } of winners) expect(entryCode('play', row.openId)).toBe(entry);
}

describe('opening', () => {
	it('is done once, with the same seed, also by several at once', async () => {
		const { records } = await roundOfPlan(LOTTERY);
		const [before] = await records.read(rounds);
		const again = await Promise.all(
			[1, 2, 3].map(async () => await openRound(records, 'play', NOON)),
		);
		expect(again.map(({ status }) => status)).toEqual([
			'alreadyOpen',
			'alreadyOpen',
			'alreadyOpen',
		]);
		expect(await records.read(rounds)).toEqual([before]);
	});

	it('goes on where it was killed, and what counts is one pool', async () => {
		for (let step = 1; ; step++) {
			const { records, tables } = await roundOfPlan({ kind: 'quiz', prizes: '帆布袋,3,39' });
			await records.put(plans, [
				{ ...(await records.read(plans, { where: { key: 'play' } }))[0], key: 'other' },
			]);
			const { wasKilled } = killAt(tables, step);
			await openRound(records, 'other', NOON).catch(() => undefined);
			letLive(tables);
			await Promise.all([1, 2].map(async () => await openRound(records, 'other', NOON)));
			const round = await requireRound(records, 'other');
			expect(round).toMatchObject({ status: 'open', kind: 'quiz' });
			expect(await records.read(tickets, { where: { pool: round.pool } })).toHaveLength(3);
			if (!wasKilled()) break;
			expect(step).toBeLessThan(30);
		}
	});

	it('is refused where followers would not read what the law asks for', async () => {
		const { records } = await roundOfPlan({ ...LOTTERY });
		await records.put(plans, [
			{ key: 'play', organiser: '', rules: '转发朋友圈即可多一次抽奖机会' },
		]);
		const [plan] = await records.read(plans, { where: { key: 'play' } });
		await records.put(plans, [{ ...plan, key: 'bad' }]);
		const blocked = await openRound(records, 'bad', NOON);
		expect(blocked).toMatchObject({ status: 'blocked' });
		const ids = blocked.verdict.findings.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['induced-sharing', 'organiser-missing']));
		expect(await records.read(rounds, { where: { planId: 'bad' } })).toEqual([]);
	});

	it('is refused for a draft, and for a plan that is not there', async () => {
		await expect(roundOfPlan({ ...LOTTERY, status: 'draft' })).rejects.toThrow('is not ready');
		const { records } = await roundOfPlan(LOTTERY);
		await expect(openRound(records, '=1+1', NOON)).rejects.toThrow("There is no plan '=1+1'");
	});

	it('makes a round for each week of a plan that repeats', async () => {
		const { records } = await roundOfPlan({ ...LOTTERY, repeats: 'week' });
		await openRound(records, 'play', at('2026-12-01T12:00:00'));
		const all = await records.read(rounds);
		expect(all.map(({ activityId }) => activityId)).toEqual(['play-2026-11-23', 'play-2026-11-30']);
		expect(all[1]?.rulesText).toContain('福彩3D 2026-12-04 的开奖号码');
		expect((await requireRound(records, '', ['lottery'])).activityId).toBe('play-2026-11-30');
	});

	it('can be done with every example, once it says whose it is', async () => {
		const { records } = await roundOfPlan(LOTTERY);
		for (const { key } of plans.examples) {
			const blocked = await openRound(records, key, NOON);
			expect(blocked.verdict.findings.map(({ id }) => id)).toEqual(['organiser-missing']);
			expect(blocked.status).toBe('blocked');
			await records.put(plans, [{ key, organiser: '示例小店' }]);
			const opened = await openRound(records, key, NOON);
			expect(opened.status).toBe('opened');
			expect(opened.verdict.findings).toEqual([]);
		}
	});
});

describe('entering', () => {
	it('is done once, in time', async () => {
		const { records, round } = await roundOfPlan(LOTTERY);
		const early = eventBy('o1', 'k', at('2026-11-20T10:00:00'));
		const statuses = await Promise.all([
			enterRound(records, round, early),
			enterRound(records, round, eventBy('o2', 'k', AFTER_END)),
		]);
		expect(statuses.map(({ status }) => status)).toEqual(['notOpen', 'closed']);
		expect(await enterRound(records, round, eventBy('o1'))).toMatchObject({ status: 'entered' });
		expect(await enterRound(records, round, eventBy('o1', 'k2'))).toMatchObject({
			status: 'alreadyEntered',
		});
		expect(await records.read(activityRows)).toHaveLength(1);
	});

	it('who was told to be in is on the list, whoever closes at the same moment', async () => {
		const scene = await entered();
		const late = Array.from({ length: 20 }, (_, index) => `late${index}`);
		const [answers] = await Promise.all([
			Promise.all(
				late.map(async (who) => ({
					who,
					step: await enterRound(scene.records, scene.round, eventBy(who)),
				})),
			),
			close(scene),
		]);
		const closing = readClosing(await roundNow(scene));
		const list = closing ? await readList(scene.records, closing) : [];
		for (const { who, step } of answers) {
			const isIn = step.status === 'entered' || step.status === 'alreadyEntered';
			if (isIn) expect(list).toContain(entryCode('play', who));
		}
		const after = await enterRound(scene.records, await roundNow(scene), eventBy('o1'));
		expect(after.status).toBe('alreadyEntered');
		const never = await enterRound(scene.records, await roundNow(scene), eventBy('oNever'));
		expect(never.status).toBe('closed');
	});
});

describe('closing and drawing', () => {
	it('wherever a run is killed, the same winners come out, each once, and the proof verifies', async () => {
		for (let step = 1; ; step++) {
			const scene = await entered();
			let { wasKilled } = killAt(scene.tables, step);
			await close(scene).catch(() => undefined);
			const isClosed = !wasKilled();
			letLive(scene.tables);
			const [one, two] = await Promise.all([close(scene), close(scene)]);
			expect(one.round.closingDigest).toBe(two.round.closingDigest);
			({ wasKilled } = killAt(scene.tables, step));
			await draw(scene).catch(() => undefined);
			const isDrawn = !wasKilled();
			letLive(scene.tables);
			const both = await Promise.all([draw(scene), draw(scene, '1 2 3')]);
			await expectSound(scene, both[0]);
			await expectSound(scene, both[1]);
			const later = await draw(scene, '7 7 7', AFTER_NUMBER + 86_400_000);
			expect(later).toMatchObject({ status: 'alreadyDrawn', proof: both[0].proof });
			expect(later.winners).toEqual(both[0].winners);
			if (isClosed && isDrawn) break;
			expect(step).toBeLessThan(40);
		}
	});

	it('is refused before its time, and without the number that was named', async () => {
		const scene = await entered();
		await expect(close(scene, NOON)).rejects.toThrow('is open until');
		await expect(draw(scene)).rejects.toThrow('have not been closed');
		await close(scene);
		await expect(draw(scene, '')).rejects.toThrow("'Public Beacon' is empty");
		await expect(draw(scene, '3 8 6', AFTER_END)).rejects.toThrow('cannot be known before');
	});

	it('takes the number of a later day when it comes late, or one that is named then', async () => {
		const scene = await entered();
		const { round } = await close(scene, at('2026-11-28T09:00:00'));
		expect(round.closing).toMatchObject({ beaconName: '福彩3D 2026-11-28 的开奖号码' });
		const fixed = await entered({ beaconName: '某日指数' });
		await expect(close(fixed, at('2026-11-28T09:00:00'))).rejects.toThrow('may be known already');
		expect(await roundNow(fixed)).toMatchObject({ status: 'open' });
		const named = { name: '另一天的指数', at: at('2026-11-30T15:00:00') };
		const request = { excluded: NOBODY, now: at('2026-11-28T09:00:00'), beacon: named };
		const closed = await closeRound(fixed.records, await roundNow(fixed), request);
		expect(closed.round.closing).toMatchObject({ beaconName: '另一天的指数' });
	});

	it('who left before or after stays on the list and has a prize without a name', async () => {
		const scene = await entered({ prizes: '帆布袋,9,39' });
		await close(scene);
		await scene.records.remove(activityRows, { where: { openId: 'o1' } });
		const { winners } = await draw(scene);
		await forget(scene.records, { appId: 'wxa', openId: 'o2' }, AFTER_NUMBER);
		const nameless = winners.filter(({ won }) => won.openId === '');
		expect(nameless.map(({ entry }) => entry)).toEqual([entryCode('play', 'o1')]);
		const all = JSON.stringify(scene.tables.tables.filter(({ name }) => !name.endsWith('rows')));
		expect(all).not.toContain('"o1"');
		expect(all).not.toContain('"o2"');
	});

	it('nobody entered, nobody wins', async () => {
		const scene = await roundOfPlan(LOTTERY);
		await close(scene);
		expect(await draw(scene)).toMatchObject({ status: 'drawn', winners: [] });
		expect(await draw(scene)).toMatchObject({ status: 'alreadyDrawn', winners: [] });
	});

	it('staff cannot win', async () => {
		const scene = await entered({ prizes: '帆布袋,9,39' });
		const request = { excluded: new Set(['o0', 'o1']), now: AFTER_END };
		await closeRound(scene.records, await roundNow(scene), request);
		const { winners } = await draw(scene);
		expect(winners.map(({ won }) => won.openId).sort()).toEqual(PEOPLE.slice(2));
	});
});
