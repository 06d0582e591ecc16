import type { WonPrize } from '../../../../nodes/shared/prizes/issue';
import { redeemPrize } from '../../../../nodes/shared/prizes/redeem';
import { prizesWon } from '../../../../nodes/shared/records/tables/prizesWon';
import {
	cameFrom,
	isClaimedSoon,
	nextMoves,
	passedOnTo,
	unsettled,
} from '../../../../nodes/WeChatActivity/engine/lottery/moveUp';
import { closeRound } from '../../../../nodes/WeChatActivity/records/closing';
import { drawRound } from '../../../../nodes/WeChatActivity/records/drawing';
import { enterRound } from '../../../../nodes/WeChatActivity/records/entering';
import { drawnRounds, moveUp } from '../../../../nodes/WeChatActivity/records/followingUp';
import { requireRound } from '../../../../nodes/WeChatActivity/records/rounds';
import { at, eventBy, killAt, letLive, roundOfPlan } from './scene';

const DAY_MS = 86_400_000;
const DRAWN_AT = at('2026-11-27T21:30:00');
const LAPSED = DRAWN_AT + 30 * DAY_MS;
const LOTTERY = { kind: 'lottery', prizes: '保温杯,1,128;帆布袋,2,39', reserves: 2 };

/** A lottery of nine people that was drawn: three winners, two reserves. */
async function drawn(changes: object = {}) {
	const { tables, records, round } = await roundOfPlan({ ...LOTTERY, ...changes });
	for (let index = 0; index < 9; index++) await enterRound(records, round, eventBy(`o${index}`));
	const request = { excluded: new Set<string>(), now: at('2026-11-27T20:05:00') };
	await closeRound(records, await requireRound(records, 'play'), request);
	const { proof } = await drawRound(records, await requireRound(records, 'play'), '', DRAWN_AT);
	const run = async (now: number) => {
		const [scene] = await drawnRounds(records, 'play', now);
		return scene ? await moveUp(records, scene, now) : undefined;
	};
	const rows = async () => await records.read(prizesWon);
	return { tables, records, proof, run, rows };
}

type Scene = Awaited<ReturnType<typeof drawn>>;

/** Each lapsed prize went to one reserve, in the order of the draw, and the others to nobody. */
async function expectFair({ proof, rows }: Scene, count: number): Promise<void> {
	const all = await rows();
	const moved = all.filter((prize) => cameFrom(prize) !== '');
	expect(moved.map(({ holder }) => holder).sort()).toEqual(
		proof.reserves
			.slice(0, count)
			.map(({ entry }) => entry)
			.sort(),
	);
	expect(new Set(moved.map(cameFrom)).size).toBe(count);
	const byKey = new Map(all.map((prize) => [prize.key, prize]));
	for (const prize of moved) {
		expect(byKey.get(cameFrom(prize))).toMatchObject({
			state: 'expired',
			prize: prize.prize,
			redeemKey: passedOnTo(prize.key),
		});
	}
	expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
}

describe('prizes that were not claimed in time', () => {
	it('wherever runs are killed, and when several go on at once, each goes to one reserve', async () => {
		for (let step = 1; ; step++) {
			const scene = await drawn();
			const { wasKilled } = killAt(scene.tables, step);
			await scene.run(LAPSED).catch(() => undefined);
			const isDone = !wasKilled();
			letLive(scene.tables);
			await Promise.all([scene.run(LAPSED), scene.run(LAPSED + 1), scene.run(LAPSED)]);
			await expectFair(scene, 2);
			expect(unsettled(await scene.rows())).toHaveLength(1);
			if (isDone) break;
			expect(step).toBeLessThan(60);
		}
	});

	it('a prize is either redeemed or goes on, whoever is first', async () => {
		const scene = await drawn();
		const [first] = await scene.rows();
		const redemption = {
			code: String(first?.code),
			by: '前台',
			attemptsOf: '前台',
			mostFailures: 10,
			key: '',
			// The clock of the counter is a little behind.
			now: LAPSED - 1_000,
		};
		const [redeemed] = await Promise.all([
			redeemPrize(scene.records, redemption),
			scene.run(LAPSED),
		]);
		const standing = (await scene.rows()).find(({ key }) => key === first?.key);
		expect(standing?.state).toBe(redeemed.status === 'redeemed' ? 'redeemed' : 'expired');
		await expectFair(scene, 2);
	});

	it('those of reserves go on to the next one', async () => {
		const scene = await drawn({ prizes: '保温杯,1,128' });
		expect((await scene.run(LAPSED))?.isNew).toBe(true);
		await expectFair(scene, 1);
		expect((await scene.run(LAPSED + DAY_MS))?.isNew).toBe(false);
		await scene.run(LAPSED + 31 * DAY_MS);
		await expectFair(scene, 2);
		const again = await scene.run(LAPSED + 62 * DAY_MS);
		expect(again?.won.map(({ state }) => state)).toEqual(['expired', 'expired', 'expired']);
		// Nothing can come of it any more.
		expect(await scene.run(LAPSED + 365 * DAY_MS)).toBeUndefined();
	});

	it('where a plan sets no end, nothing lapses', async () => {
		const scene = await drawn({ claimDays: 0 });
		expect(await scene.run(LAPSED)).toBeUndefined();
		expect((await scene.rows()).map(({ state }) => state)).toEqual(['given', 'given', 'given']);
	});
});

const prize = (key: string, changes: Partial<WonPrize>): WonPrize => ({
	key,
	openId: '',
	holder: key,
	activityId: 'play',
	activityName: '',
	prize: '帆布袋',
	valueFen: null,
	code: key,
	state: 'expired',
	wonAt: 0,
	expiresAt: 100,
	redeemedAt: null,
	redeemedBy: '',
	redeemKey: '',
	data: {},
	...changes,
});

const reserve = (entry: string, place: number) => ({ entry, place, prize: '' });

describe('who moves up', () => {
	const RESERVES = [reserve('r1', 1), reserve('r2', 2), reserve('r3', 3)];
	const movesOf = (won: WonPrize[]) =>
		nextMoves(won, RESERVES, (entry) => entry).map(({ lapsed, reserve: next }) => [
			lapsed.key,
			next.entry,
		]);

	it('is the first reserve for what lapsed first', () => {
		expect(movesOf([prize('a', { expiresAt: 200 }), prize('b', {})])).toEqual([
			['b', 'r1'],
			['a', 'r2'],
		]);
		expect(movesOf([prize('a', { state: 'given' }), prize('b', { state: 'redeemed' })])).toEqual(
			[],
		);
	});

	it('is the reserve that a killed run has promised it to', () => {
		const promised = prize('a', { expiresAt: 200, redeemKey: passedOnTo('r1') });
		expect(movesOf([promised, prize('b', {})])).toEqual([
			['a', 'r1'],
			['b', 'r2'],
		]);
	});

	it('is the next one where the promised reserve got another prize at the same moment', () => {
		const got = prize('r1', { state: 'given', data: { from: 'b' } });
		const both = [
			prize('a', { redeemKey: passedOnTo('r1') }),
			prize('b', { redeemKey: passedOnTo('r1') }),
			got,
		];
		expect(movesOf(both)).toEqual([['a', 'r2']]);
	});
});

describe('a reminder', () => {
	const given = prize('a', { state: 'given', wonAt: 0, expiresAt: 30 * DAY_MS });

	it('is for the last days, and of a short time for the second half', () => {
		expect(isClaimedSoon(given, 3 * DAY_MS, 26 * DAY_MS)).toBe(false);
		expect(isClaimedSoon(given, 3 * DAY_MS, 27 * DAY_MS)).toBe(true);
		expect(isClaimedSoon(given, 3 * DAY_MS, 30 * DAY_MS)).toBe(false);
		const short = { ...given, expiresAt: 2 * DAY_MS };
		expect(isClaimedSoon(short, 3 * DAY_MS, DAY_MS - 1)).toBe(false);
		expect(isClaimedSoon(short, 3 * DAY_MS, DAY_MS)).toBe(true);
	});

	it('is for nobody who has claimed the prize, or may do so for ever', () => {
		const claimed = { ...given, state: 'redeemed' };
		expect(isClaimedSoon(claimed, 3 * DAY_MS, 28 * DAY_MS)).toBe(false);
		expect(isClaimedSoon({ ...given, expiresAt: null }, 3 * DAY_MS, 28 * DAY_MS)).toBe(false);
	});
});
