import { RowReader, type Row } from '../../../shared/rows/row';
import { dayNumber } from '../day';
import { SeededRandom, sha256 } from '../random';
import type { ActivityEvent, Values } from '../step';
import type { Prize } from './closing';

/** One unit of a prize, or a blank. It is claimed by a conditional update, so nobody can win it twice. */
export interface Ticket {
	key: string;
	activityId: string;
	/** Position in the shuffled pool, from 1. */
	ticketNo: number;
	/** Name of the prize; empty for a blank. */
	prize: string;
	state: 'claimed' | 'free';
	openId: string;
	/** Key of the event that claimed it. */
	claimKey: string;
	/** ISO 8601; empty while it is free. */
	claimedAt: string;
	/** Goes up with every claim; part of the condition of an update. */
	version: number;
}

/** Most tickets of one pool: a table holds them one a row. */
export const MAX_TICKETS = 100_000;

/**
 * Cuts the tickets of an instant win. The odds are what the pool is made of: 10 prizes in 1,000 tickets are
 * one in a hundred, and no order of claims can give more than 10.
 */
export function cutTickets(
	activityId: string,
	prizes: Prize[],
	blanks: number,
	seed: string,
): Ticket[] {
	const pool = [
		...prizes.flatMap(({ name, quantity }) => Array<string>(quantity).fill(name)),
		...Array<string>(blanks).fill(''),
	];
	const shuffled = new SeededRandom(seed, `${activityId}|tickets`).sample(pool);
	return shuffled.map((prize, position) => ({
		key: `${activityId}|ticket|${String(position + 1).padStart(6, '0')}`,
		activityId,
		ticketNo: position + 1,
		prize,
		state: 'free',
		openId: '',
		claimKey: '',
		claimedAt: '',
		version: 0,
	}));
}

/**
 * Reads the tickets of a table.
 *
 * @throws UserInputError naming the row and the column that cannot be read
 */
export function readTickets(rows: Row[], activityId: string): Ticket[] {
	const tickets = rows.map((row, position): Ticket => {
		const reader = new RowReader(row, `Ticket ${position + 1}`);
		const state = reader.text('state');
		if (state !== 'free' && state !== 'claimed') {
			throw reader.error('state', `is "${state}"`, "Use 'free' or 'claimed'.");
		}
		return {
			key: reader.text('key'),
			activityId: reader.text('activityId'),
			ticketNo: reader.number('ticketNo', { integer: true, min: 1 }),
			prize: reader.text('prize', ''),
			state,
			openId: reader.text('openId', ''),
			claimKey: reader.text('claimKey', ''),
			claimedAt: reader.has('claimedAt') ? new Date(reader.time('claimedAt')).toISOString() : '',
			version: reader.number('version', { integer: true, min: 0 }),
		};
	});
	return tickets
		.filter((ticket) => ticket.activityId === activityId)
		.sort((left, right) => left.ticketNo - right.ticketNo);
}

export interface ClaimRules {
	/** Tickets a person may have; 0 for any number. */
	perPerson: number;
	/** Tickets a person may have on one day in Shanghai; 0 for any number. */
	perDay: number;
}

export type PickStatus = 'alreadyClaimed' | 'limitReached' | 'pick' | 'soldOut';

export interface Pick {
	status: PickStatus;
	/** The ticket to claim, or the one that is claimed already. */
	ticket?: Ticket;
	values: Values;
}

/** Spreads 32-bit numbers (the finaliser of MurmurHash3). */
function mix(value: number): number {
	let hash = value ^ (value >>> 16);
	hash = Math.imul(hash, 0x85ebca6b);
	hash ^= hash >>> 13;
	hash = Math.imul(hash, 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The tickets of one activity as a run sees them; picks of the run are taken out at once.
 *
 * Everybody has an order of preference of their own (which depends on the person and on how many tickets
 * they have) and picks the first that is free. So people who claim at once reach for different tickets, while
 * two claims of one person reach for the same one and only one update succeeds: the limit per person holds
 * without a lock, as long as no ticket becomes free again.
 */
export class TicketPool {
	private readonly free: Ticket[];

	private readonly byClaim = new Map<string, Ticket>();

	private readonly byPerson = new Map<string, Ticket[]>();

	constructor(tickets: Ticket[]) {
		this.free = tickets.filter(({ state }) => state === 'free');
		for (const ticket of tickets) if (ticket.state === 'claimed') this.remember(ticket);
	}

	/** Picks a free ticket for an event; the ticket comes as it has to be written. */
	pick(event: ActivityEvent, rules: ClaimRules): Pick {
		const { openId, at } = event;
		const claimed = this.byClaim.get(event.key);
		if (claimed) return this.answer('alreadyClaimed', claimed);
		const own = this.byPerson.get(openId) ?? [];
		const today = own.filter((ticket) => dayNumber(Date.parse(ticket.claimedAt)) === dayNumber(at));
		const isOver =
			(rules.perPerson > 0 && own.length >= rules.perPerson) ||
			(rules.perDay > 0 && today.length >= rules.perDay);
		if (isOver) return this.answer('limitReached');
		const ticket = this.takeFree(`${openId}|${own.length}`);
		if (!ticket) return this.answer('soldOut');
		const taken: Ticket = {
			...ticket,
			state: 'claimed',
			openId,
			claimKey: event.key,
			claimedAt: new Date(at).toISOString(),
			version: ticket.version + 1,
		};
		this.remember(taken);
		return this.answer('pick', taken);
	}

	private takeFree(claimant: string): Ticket | undefined {
		const start = parseInt(sha256(claimant).slice(0, 8), 16);
		let [best, bestRank] = [-1, Number.POSITIVE_INFINITY];
		this.free.forEach(({ ticketNo }, position) => {
			const rank = mix(start ^ Math.imul(ticketNo, 0x9e3779b1));
			if (rank < bestRank) [best, bestRank] = [position, rank];
		});
		return best < 0 ? undefined : this.free.splice(best, 1)[0];
	}

	private answer(status: PickStatus, ticket?: Ticket): Pick {
		const prize = ticket?.prize ?? '';
		return {
			status,
			ticket,
			values: {
				prize,
				ticketNo: ticket?.ticketNo ?? 0,
				isWin: prize !== '',
				ticketsLeft: this.free.length,
			},
		};
	}

	private remember(ticket: Ticket): void {
		this.byClaim.set(ticket.claimKey, ticket);
		const own = this.byPerson.get(ticket.openId);
		if (own) own.push(ticket);
		else this.byPerson.set(ticket.openId, [ticket]);
	}
}
