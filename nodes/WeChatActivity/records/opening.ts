import { randomBytes } from 'node:crypto';
import { RecordsError } from '../../shared/records/recordsError';
import { readOne, type Records } from '../../shared/records/port';
import { drawSecrets } from '../../shared/records/tables/drawSecrets';
import { rounds } from '../../shared/records/tables/rounds';
import { tickets } from '../../shared/records/tables/tickets';
import { checkCompliance, type Verdict } from '../engine/compliance/check';
import { commitmentTo } from '../engine/lottery/draw';
import { cutTickets } from '../engine/lottery/tickets';
import { unitsOf } from '../engine/round/plan';
import { roundOf } from '../engine/round/roundTimes';
import { planToCheck, rulesText, ticketsOf } from '../engine/round/rulesText';
import { planOf, requirePlan, roundKey, type RoundRow } from './rounds';

/** What came of opening an activity. */
export type Opening =
	| { status: 'alreadyOpen' | 'opened'; round: RoundRow; verdict: Verdict }
	| { status: 'blocked'; activityId: string; name: string; rulesText: string; verdict: Verdict };

/** Bytes of a seed. */
const SEED_BYTES = 32;

/**
 * Opens the round of a plan that is due, once. First what followers will read is settled, then the seed, then the
 * tickets are cut; only the last write lets people in. Wherever a run is killed, the next one goes on, with the
 * same text and the same seed.
 *
 * @param now epoch milliseconds
 * @throws UserInputError when there is no such plan, or it cannot be read
 */
export async function openRound(records: Records, planId: string, now: number): Promise<Opening> {
	const { plan: template, row } = await requirePlan(records, planId);
	const { activityId, plan } = roundOf(template, now);
	const key = roundKey(activityId);
	const verdict = checkCompliance(planToCheck(plan, now));
	let round = await readOne(records, rounds, { key });
	if (!round) {
		const { name } = plan;
		const text = rulesText(plan);
		if (!verdict.canStart) return { status: 'blocked', activityId, name, rulesText: text, verdict };
		const { kind, startsAt = null, endsAt = null, drawAt = null } = plan;
		const times = { startsAt, endsAt, drawAt };
		const what = { activityId, planId, kind, name, status: 'opening', plan: row, rulesText: text };
		const [added] = await records.add(rounds, [{ key, ...what, ...times }]);
		round = added?.row;
	}
	if (!round) throw new RecordsError(`The round '${activityId}' was not written`, 'Run it again.');
	if (round.status !== 'opening') return { status: 'alreadyOpen', round, verdict };
	return { ...(await finish(records, round, now)), verdict };
}

/** Seed and tickets; then the round is open. */
async function finish(
	records: Records,
	round: RoundRow,
	now: number,
): Promise<{ status: 'alreadyOpen' | 'opened'; round: RoundRow }> {
	const { key, activityId } = round;
	const seed = await seedFor(records, activityId, now);
	const pool = await cut(records, round, seed);
	const opened = { status: 'open', commitment: commitmentTo(seed), pool, openedAt: now };
	const [mine] = await records.claim(rounds, { key, status: 'opening' }, opened);
	if (mine) return { status: 'opened', round: mine };
	const standing = await readOne(records, rounds, { key });
	return { status: 'alreadyOpen', round: standing ?? round };
}

/** The first seed that was written counts. */
async function seedFor(records: Records, activityId: string, now: number): Promise<string> {
	const fresh = randomBytes(SEED_BYTES).toString('hex');
	const key = secretKey(activityId);
	const [added] = await records.add(drawSecrets, [{ key, activityId, seed: fresh, at: now }]);
	return added?.row.seed ?? fresh;
}

/** The key of a seed in its table. */
export const secretKey = (activityId: string): string => `secret:${activityId}`;

/**
 * Cuts the tickets of a round. Each attempt cuts a pool of its own, and the round names the one that counts: so
 * no second set of a ticket can come up after the first was given away.
 *
 * @returns the pool; '' when there is nothing to be cut
 */
async function cut(records: Records, round: RoundRow, seed: string): Promise<string> {
	const plan = planOf(round);
	if (plan.kind === 'lottery' || plan.prizes.length === 0) return '';
	const { activityId } = round;
	const pool = `${activityId}#${randomBytes(4).toString('hex')}`;
	const blanks = ticketsOf(plan) - unitsOf(plan.prizes);
	const rows = cutTickets(activityId, plan.prizes, blanks, seed).map(({ ticketNo, prize }) => ({
		key: ticketKey(pool, ticketNo),
		activityId,
		pool,
		ticketNo,
		prize,
		state: 'free',
	}));
	await records.add(tickets, rows);
	return pool;
}

const DIGITS = 6;

/** The key of a ticket in its table. */
const ticketKey = (pool: string, ticketNo: number): string =>
	`ticket:${pool}:${String(ticketNo).padStart(DIGITS, '0')}`;
