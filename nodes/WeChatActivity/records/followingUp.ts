import { DAY_MS } from '../../shared/calendar/days';
import { issuePrize, wonKey, type WonPrize } from '../../shared/prizes/issue';
import { isExpired } from '../../shared/prizes/redeem';
import type { Records } from '../../shared/records/port';
import { prizesWon } from '../../shared/records/tables/prizesWon';
import { rounds } from '../../shared/records/tables/rounds';
import type { DrawProof } from '../engine/lottery/draw';
import { nextMoves, passedOnTo, successorOf, type Move } from '../engine/lottery/moveUp';
import { drawnKey, entrantsOf, proofOf } from './drawing';
import { findRound, planOf, type RoundRow } from './rounds';

/** Rounds that are looked at in one run, the latest first. */
const MOST_ROUNDS = 100;
/** How often what lapsed is looked at anew when other runs move up at the same moment; each time one is done. */
const TRIES = 10;

/** A lottery that was drawn, with its prizes as they stand, in the order of the draw. */
export interface DrawnRound {
	round: RoundRow;
	proof: DrawProof;
	won: WonPrize[];
}

/** Prizes of a round in the order of its draw: winners, then reserves. */
function inOrder(won: readonly WonPrize[], { winners, reserves }: DrawProof): WonPrize[] {
	const places = new Map([...winners, ...reserves].map(({ entry }, place) => [entry, place]));
	const placeOf = ({ holder }: WonPrize) => places.get(holder) ?? places.size;
	return [...won].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Whether prizes of a round may still be claimed or move up, runs that were left out included. */
function isAlive(round: RoundRow, now: number): boolean {
	const { claimDays, reserves } = planOf(round);
	const longest = claimDays * (reserves + 2) * DAY_MS;
	return round.status === 'drawn' && claimDays > 0 && now < (round.drawnAt ?? 0) + longest;
}

/**
 * Lotteries whose prizes are to be looked after, the latest first.
 *
 * @param activityId of a plan or a round; all, when it is ''
 * @param now epoch milliseconds
 */
export async function drawnRounds(
	records: Records,
	activityId: string,
	now: number,
): Promise<DrawnRound[]> {
	const where = { kind: 'lottery', status: 'drawn' };
	const named = activityId === '' ? undefined : await findRound(records, activityId);
	const isOne = named?.activityId === activityId;
	const all = isOne
		? [named]
		: await records.read(rounds, {
				where: activityId === '' ? where : { ...where, planId: activityId },
				newestFirst: true,
				limit: MOST_ROUNDS,
			});
	const alive = all.filter((round) => isAlive(round, now));
	const ids = alive.map((round) => round.activityId);
	const won = await records.read(prizesWon, { among: { column: 'activityId', values: ids } });
	return alive.flatMap((round) => {
		const proof = proofOf(round);
		const own = won.filter((prize) => prize.activityId === round.activityId);
		return proof ? [{ round, proof, won: inOrder(own, proof) }] : [];
	});
}

/** What came of looking at the prizes of a draw. */
export interface MovedUp {
	/** As they stand now, in the order of the draw. */
	won: WonPrize[];
	/** Whether anything has lapsed in this run. */
	isNew: boolean;
}

/**
 * Ends prizes that were not claimed in time, and gives them to the reserves. The end is a conditional update, as
 * redeeming is: of the two the first counts. Then the lapsed prize is claimed for a reserve, and the prize of that
 * one is written, once by its entry. A run that is killed in between has promised it, and the next one keeps that.
 *
 * @param now epoch milliseconds
 */
export async function moveUp(
	records: Records,
	{ round, proof, won: before }: DrawnRound,
	now: number,
): Promise<MovedUp> {
	const { activityId } = round;
	const keyOf = (entry: string) => wonKey(activityId, drawnKey(entry));
	const hasLapsed = before.some((prize) => prize.state === 'given' && isExpired(prize, now));
	const ended = hasLapsed
		? await records.claim(
				prizesWon,
				{ activityId, state: 'given', expiresAt: { before: now + 1 } },
				{ state: 'expired' },
			)
		: [];
	const isNew = ended.length > 0;
	let won = hasLapsed ? await prizesOf(records, round, proof) : before;
	for (let tries = 0; tries < TRIES; tries++) {
		const moves = nextMoves(won, proof.reserves, keyOf);
		if (moves.length === 0) break;
		const people = await entrantsOf(records, round);
		for (const move of moves) await pass(records, round, move, { people, keyOf, now });
		won = await prizesOf(records, round, proof);
	}
	return { won, isNew };
}

async function prizesOf(
	records: Records,
	{ activityId }: RoundRow,
	proof: DrawProof,
): Promise<WonPrize[]> {
	return inOrder(await records.read(prizesWon, { where: { activityId } }), proof);
}

interface Passing {
	/** OpenIDs of those who have not left, by entry. */
	people: ReadonlyMap<string, string>;
	keyOf: (entry: string) => string;
	now: number;
}

/** Passes a prize on, unless another run was faster. */
async function pass(
	records: Records,
	round: RoundRow,
	{ lapsed, reserve }: Move,
	{ people, keyOf, now }: Passing,
): Promise<void> {
	const { entry, place } = reserve;
	const { key, redeemKey, prize, valueFen } = lapsed;
	const own = keyOf(entry);
	if (successorOf(lapsed) !== own) {
		const standing = { key, state: 'expired', redeemKey };
		const [mine] = await records.claim(prizesWon, standing, { redeemKey: passedOnTo(own) });
		if (!mine) return;
	}
	const { activityId, name } = round;
	await issuePrize(records, {
		key: drawnKey(entry),
		openId: people.get(entry) ?? '',
		holder: entry,
		activityId,
		activityName: name,
		prize,
		valueFen: valueFen ?? undefined,
		expiresAt: now + planOf(round).claimDays * DAY_MS,
		now,
		data: { place, from: key },
	});
}
