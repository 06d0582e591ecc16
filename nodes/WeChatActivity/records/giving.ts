import { holderOf, issuePrize, wonKey, type WonPrize } from '../../shared/prizes/issue';
import { DAY_MS, dayOf, dayText } from '../../shared/calendar/days';
import { readOne, type Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { prizesWon } from '../../shared/records/tables/prizesWon';
import { tickets } from '../../shared/records/tables/tickets';
import { ticketsOf } from '../engine/round/rulesText';
import { windowStatus, type ActivityEvent } from '../engine/step';
import { planOf, type RoundRow } from './rounds';

/** How often a person may get a prize of a round. */
export type Frequency = 'day' | 'event' | 'once';

/** Which tickets somebody may get: those of some prizes, the best first, or any one of all. */
export type Choice = { prizes: readonly string[] } | 'any';

/** What a person gets. */
export type Giving =
	| { status: 'alreadyGiven' | 'given'; prize: WonPrize }
	| { status: 'blank' | 'closed' | 'noPrize' | 'notOpen' | 'soldOut' };

type Ticket = RowOf<typeof tickets>;

interface Claim {
	round: RoundRow;
	/** The same for the same person and happening. */
	key: string;
	now: number;
}

/** What makes a prize the same one, for a person in a round. */
function prizeKey({ openId, key, at }: ActivityEvent, frequency: Frequency): string {
	if (frequency === 'once') return openId;
	return `${openId}|${frequency === 'day' ? dayText(dayOf(at)) : key}`;
}

/**
 * Gives a person a prize of a round, once by person, day or event. A ticket is claimed for the key of the prize
 * first, then the prize is written under the same key: whoever comes after a run that was killed in between, or at
 * the same moment, finds the ticket that was claimed, and writes the same prize.
 *
 * @param now epoch milliseconds, of the real clock
 */
export async function givePrize(
	records: Records,
	round: RoundRow,
	event: ActivityEvent,
	{ choice, frequency, now }: { choice: Choice; frequency: Frequency; now: number },
): Promise<Giving> {
	const { activityId, pool } = round;
	const given = prizeKey(event, frequency);
	const key = wonKey(activityId, given);
	const before = await readOne(records, prizesWon, { key });
	if (before) return { status: 'alreadyGiven', prize: before };
	const window = statusAt(round, event.at);
	const isOpen = window === 'open';
	// A run that was killed may have claimed a ticket in time.
	const own = isOpen ? undefined : await readOne(records, tickets, { pool, claimKey: key });
	if (!isOpen && !own) return { status: window };
	if (choice !== 'any' && choice.prizes.length === 0) return { status: 'noPrize' };
	const ticket = own ?? (await claimTicket(records, { round, key, now }, choice));
	if (!ticket) return { status: 'soldOut' };
	if (ticket.prize === '') return { status: 'blank' };
	const plan = planOf(round);
	const planned = plan.prizes.find(({ name }) => name === ticket.prize);
	const { row, isNew } = await issuePrize(records, {
		key: given,
		openId: event.openId,
		activityId,
		activityName: round.name,
		prize: ticket.prize,
		valueFen: planned?.valueFen,
		expiresAt: plan.claimDays === 0 ? undefined : now + plan.claimDays * DAY_MS,
		now,
		data: { ticket: ticket.key, ticketNo: ticket.ticketNo ?? 0 },
	});
	// Two runs with different choices may have claimed a ticket each; the prize that was written counts.
	if (row.data.ticket !== ticket.key) await giveBack(records, ticket);
	return { status: isNew ? 'given' : 'alreadyGiven', prize: row };
}

/** Whether a round gives anything at a time. */
function statusAt(
	{ status, startsAt, endsAt }: RoundRow,
	at: number,
): 'closed' | 'notOpen' | 'open' {
	if (status === 'opening') return 'notOpen';
	if (status !== 'open') return 'closed';
	return windowStatus(at, { startsAt: startsAt ?? undefined, endsAt: endsAt ?? undefined });
}

/** Claims a ticket of the best prize that is left; undefined when all are gone. */
async function claimTicket(
	records: Records,
	claim: Claim,
	choice: Choice,
): Promise<Ticket | undefined> {
	const prizes = choice === 'any' ? [undefined] : choice.prizes;
	for (const prize of prizes) {
		const ticket = await claimOf(records, claim, prize);
		if (ticket) return ticket;
	}
	return undefined;
}

/**
 * Claims a ticket of one prize. Everybody looks from a place of their own onwards, so that people who come at once
 * reach for different tickets. Two runs for one key start from the same place and take the first that is free. And
 * a run looks for a ticket claimed for its key no earlier than it reads which ones are free: so of the two the
 * later one finds the ticket of the earlier, or reaches for the same and does not get it.
 */
async function claimOf(
	records: Records,
	claim: Claim,
	prize: string | undefined,
): Promise<Ticket | undefined> {
	const changes = { state: 'claimed', claimKey: claim.key, claimedAt: claim.now };
	for (;;) {
		const { own, next } = await look(records, claim, prize);
		if (own || !next) return own;
		const [mine] = await records.claim(tickets, { key: next.key, state: 'free' }, changes);
		if (mine) return mine;
	}
}

/** A pool of so many tickets is read as a whole. */
const SMALL_POOL = 300;

/** The ticket that was claimed for a key, and the next one that is free. */
async function look(
	records: Records,
	{ round, key }: Claim,
	prize: string | undefined,
): Promise<{ own?: Ticket; next?: Ticket }> {
	const { pool } = round;
	const count = ticketsOf(planOf(round));
	const start = startFor(key, count);
	if (count <= SMALL_POOL) {
		const all = await records.read(tickets, { where: { pool } });
		const free = all.filter(
			(ticket) => ticket.state === 'free' && (prize === undefined || ticket.prize === prize),
		);
		return {
			own: all.find(({ claimKey }) => claimKey === key),
			next: free.find(({ ticketNo }) => (ticketNo ?? 0) >= start) ?? free[0],
		};
	}
	const where = { pool, state: 'free', ...(prize === undefined ? {} : { prize }) };
	const first = async (span: { from: number } | { before: number }) =>
		await readOne(records, tickets, { ...where, ticketNo: span });
	const next = (await first({ from: start })) ?? (await first({ before: start }));
	return { next, own: await readOne(records, tickets, { pool, claimKey: key }) };
}

/** Number of the ticket from which on somebody looks. */
function startFor(key: string, count: number): number {
	// The key ends with the digits of a hash.
	return (parseInt(key.slice(-8), 16) % Math.max(1, count)) + 1;
}

async function giveBack(records: Records, { key, claimKey }: Ticket): Promise<void> {
	const free = { state: 'free', claimKey: '', claimedAt: null };
	await records.claim(tickets, { key, claimKey, state: 'claimed' }, free);
}

/** Whether a prize is one of a person's, also when the OpenID was removed meanwhile. */
export const isOf = ({ activityId, holder }: WonPrize, openId: string): boolean =>
	holder === holderOf(activityId, openId);
