import { DAY_MS } from '../../../shared/calendar/days';
import { byTime } from '../book';
import { dataNumber, dataText, type ActivityRow } from '../row';

export interface PointsRules {
	/** Days after which points lapse; 0 for never. */
	expireAfterDays: number;
}

export type EntryOutcome = 'added' | 'insufficient' | 'pending' | 'reversed' | 'spent';

/** Points that came in together and lapse together. */
interface Lot {
	left: number;
	expiresAt: number;
}

/** Where an account stands. */
export interface Account {
	balance: number;
	earned: number;
	spent: number;
	expired: number;
	/** The next points to lapse, and when. */
	nextToExpire?: { points: number; at: number };
	/** What the rows of the ledger itself (`points`, `spend`, `reversal`) have to sum up to. */
	booked: number;
	results: Map<string, EntryOutcome>;
}

/** Types whose points follow from a replay; those of the games carry theirs. */
export const LEDGER_TYPES: ReadonlySet<string> = new Set(['points', 'reversal', 'spend']);

class Ledger {
	readonly results = new Map<string, EntryOutcome>();

	earned = 0;

	spent = 0;

	expired = 0;

	booked = 0;

	private lots: Lot[] = [];

	/** Points that were taken without being there; what comes in next fills them first. */
	private debt = 0;

	private readonly amounts = new Map<string, number>();

	private readonly awaited = new Set<string>();

	constructor(private readonly lifetime: number) {}

	get balance(): number {
		return this.lots.reduce((sum, { left }) => sum + left, 0) - this.debt;
	}

	get nextLot(): Lot | undefined {
		return this.lots.find(({ left, expiresAt }) => left > 0 && Number.isFinite(expiresAt));
	}

	expire(now: number): void {
		while (this.lots[0] && this.lots[0].expiresAt <= now) {
			this.expired += this.lots.shift()?.left ?? 0;
		}
	}

	apply(row: ActivityRow): void {
		this.expire(row.at);
		const amount = LEDGER_TYPES.has(row.type) ? dataNumber(row, 'amount') : row.points;
		switch (row.type) {
			case 'points':
				return this.add(row, amount);
			case 'spend':
				return this.spend(row, amount);
			case 'reversal':
				return this.reverse(row);
			default:
				// What a game has booked counts whether it is a gain or a correction.
				return this.external(row, amount);
		}
	}

	private add(row: ActivityRow, amount: number): void {
		this.results.set(row.key, this.awaited.has(row.key) ? 'reversed' : 'added');
		if (this.awaited.has(row.key)) return;
		this.booked += amount;
		this.receive(row, amount);
	}

	private external(row: ActivityRow, amount: number): void {
		if (amount >= 0) this.receive(row, amount);
		else this.take(-amount);
		this.amounts.set(row.key, amount);
		if (this.awaited.has(row.key)) this.cancel(row.key, row.at);
	}

	private spend(row: ActivityRow, amount: number): void {
		const isValid = !this.awaited.has(row.key) && this.balance >= amount;
		this.results.set(row.key, isValid ? 'spent' : 'insufficient');
		if (!isValid) return;
		this.booked -= amount;
		this.spent += amount;
		this.take(amount);
		this.amounts.set(row.key, -amount);
	}

	private reverse(row: ActivityRow): void {
		const original = dataText(row, 'reverses');
		this.results.set(row.key, this.amounts.has(original) ? 'reversed' : 'pending');
		this.awaited.add(original);
		this.cancel(original, row.at);
	}

	/** Takes back what a row brought, or gives back what it took. */
	private cancel(key: string, at: number): void {
		const amount = this.amounts.get(key) ?? 0;
		this.amounts.delete(key);
		this.booked -= amount;
		if (amount >= 0) {
			this.earned -= amount;
			this.take(amount);
		} else {
			this.spent += amount;
			this.credit(-amount, at);
		}
	}

	private receive(row: ActivityRow, amount: number): void {
		this.earned += amount;
		this.amounts.set(row.key, amount);
		this.credit(amount, row.at);
	}

	private credit(amount: number, at: number): void {
		const settled = Math.min(this.debt, amount);
		this.debt -= settled;
		this.lots.push({ left: amount - settled, expiresAt: at + this.lifetime });
	}

	/** Takes the points that lapse first. */
	private take(amount: number): void {
		let rest = amount;
		for (const lot of this.lots) {
			const taken = Math.min(lot.left, rest);
			lot.left -= taken;
			rest -= taken;
		}
		this.debt += rest;
	}
}

/**
 * The account of one person.
 *
 * @param rows rows of the person, each key once, in any order
 * @param now epoch milliseconds; points that have lapsed by then are gone
 */
export function account(
	rows: ActivityRow[],
	{ expireAfterDays }: PointsRules,
	now: number,
): Account {
	const lifetime = expireAfterDays > 0 ? expireAfterDays * DAY_MS : Number.POSITIVE_INFINITY;
	const ledger = new Ledger(lifetime);
	for (const row of [...rows].sort(byTime)) ledger.apply(row);
	ledger.expire(now);
	const { balance, earned, spent, expired, booked, results, nextLot } = ledger;
	const nextToExpire = nextLot && { points: nextLot.left, at: nextLot.expiresAt };
	return { balance, earned, spent, expired, booked, results, nextToExpire };
}
