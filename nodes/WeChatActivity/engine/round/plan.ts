import { UserInputError } from '../../../shared/inputError';
import { RowReader } from '../../../shared/rows/row';
import type { ActivityKind } from '../compliance/plan';

/** A prize as a plan names it. */
export interface PlannedPrize {
	name: string;
	/** Number of units. */
	quantity: number;
	/** Market value of one unit, in fen; undefined when it is not stated. */
	valueFen?: number;
	/** Points from which a person gets it, where prizes go by points. */
	minPoints: number;
}

/** An activity as a person has planned it. Times are epoch milliseconds. */
export interface ActivityPlan {
	/** The plan's ID. */
	id: string;
	kind: ActivityKind;
	name: string;
	organiser: string;
	contact: string;
	conditions: string;
	claim: string;
	rules: string;
	startsAt?: number;
	endsAt?: number;
	drawAt?: number;
	repeats: '' | 'day' | 'week';
	prizes: PlannedPrize[];
	/** All tickets of an instant win; 0 for as many as there are prizes. */
	ticketCount: number;
	/** Days in which a prize has to be redeemed; 0 for any time. */
	claimDays: number;
	reserves: number;
	/** Public number that decides; `{date}` stands for its day. */
	beaconName: string;
}

const KINDS: readonly ActivityKind[] = [
	'checkIn',
	'instantWin',
	'lottery',
	'quiz',
	'submission',
	'vote',
];

/** More would not be read, shown and counted in good time. */
const MOST_PRIZES = 50;
/** Tickets of one round: a table holds them one a row. */
export const MOST_TICKETS = 20_000;
/** A longer ID would not be readable in keys and texts. */
const LONGEST_ID = 60;

function readPrize(text: string, where: string): PlannedPrize {
	const [name, quantity, valueYuan, minPoints] = text.split(/[,，]/).map((part) => part.trim());
	const reader = new RowReader({ name, quantity, value: valueYuan, points: minPoints }, where);
	return {
		name: reader.text('name'),
		quantity: reader.number('quantity', { integer: true, min: 1 }),
		valueFen: reader.has('value')
			? Math.round(reader.number('value', { min: 0 }) * 100)
			: undefined,
		minPoints: reader.number('points', { integer: true, min: 0, fallback: 0 }),
	};
}

/**
 * Prizes as they stand in a plan: `name,quantity,value in yuan,points from`, with semicolons between.
 *
 * @throws UserInputError naming the prize that cannot be read, or has the name of another
 */
export function readPrizes(text: string, where: string): PlannedPrize[] {
	const parts = text
		.split(/[;；\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (parts.length > MOST_PRIZES) {
		throw new UserInputError(
			`[${where}] 'prizes' has ${parts.length} prizes`,
			`Use at most ${MOST_PRIZES}.`,
		);
	}
	const prizes = parts.map((part, position) => readPrize(part, `${where}, prize ${position + 1}`));
	const names = prizes.map(({ name }) => name);
	const twice = names.find((name, position) => names.indexOf(name) < position);
	if (twice === undefined) return prizes;
	throw new UserInputError(
		`[${where}] 'prizes' names "${twice}" twice`,
		'Add the quantities up, or give the prizes different names.',
	);
}

/**
 * A plan as its row tells it.
 *
 * @param id activity ID: the row's key
 * @throws UserInputError naming the column that cannot be used
 */
export function readPlan(id: string, row: object): ActivityPlan {
	const where = `Plan '${id}'`;
	const reader = new RowReader({ ...row }, where);
	const text = (column: string) => reader.text(column, '').trim();
	const count = (column: string) => reader.number(column, { integer: true, min: 0, fallback: 0 });
	const time = (column: string) => (reader.has(column) ? reader.time(column) : undefined);
	const kind = KINDS.find((known) => known === text('kind'));
	if (!kind) throw reader.error('kind', `is "${text('kind')}"`, `Use one of: ${KINDS.join(', ')}.`);
	const repeats = text('repeats');
	if (repeats !== '' && repeats !== 'day' && repeats !== 'week') {
		throw reader.error('repeats', `is "${repeats}"`, "Use 'day' or 'week', or leave it empty.");
	}
	if (id.length > LONGEST_ID) {
		throw reader.error('key', 'is too long', `Use at most ${LONGEST_ID} characters.`);
	}
	const plan: ActivityPlan = {
		id,
		kind,
		name: text('name') || id,
		organiser: text('organiser'),
		contact: text('contact'),
		conditions: text('conditions'),
		claim: text('claim'),
		rules: text('rules'),
		startsAt: time('startsAt'),
		endsAt: time('endsAt'),
		drawAt: time('drawAt'),
		repeats,
		prizes: readPrizes(text('prizes'), where),
		ticketCount: count('ticketCount'),
		claimDays: count('claimDays'),
		reserves: count('reserves'),
		beaconName: text('beaconName'),
	};
	const units = unitsOf(plan.prizes);
	if (Math.max(units, plan.ticketCount) > MOST_TICKETS) {
		throw reader.error('prizes', 'make too many tickets', `Use at most ${MOST_TICKETS} tickets.`);
	}
	if (kind === 'instantWin' && plan.ticketCount > 0 && plan.ticketCount < units) {
		throw reader.error(
			'ticketCount',
			`is ${plan.ticketCount}, with ${units} prizes`,
			'Enter the number of all tickets, those without a prize included.',
		);
	}
	return plan;
}

/** Units of all prizes together. */
export const unitsOf = (prizes: readonly PlannedPrize[]): number =>
	prizes.reduce((sum, { quantity }) => sum + quantity, 0);
