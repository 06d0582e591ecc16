import fc from 'fast-check';
import {
	cutTickets,
	readTickets,
	TicketPool,
	type ClaimRules,
	type Pick,
	type Ticket,
} from '../../../../nodes/WeChatActivity/engine/lottery/tickets';
import type { ActivityEvent } from '../../../../nodes/WeChatActivity/engine/step';
import { A, at, event } from './helpers';
import { generator } from '../../../harness/random';

const PRIZES = [
	{ name: '咖啡杯', quantity: 8 },
	{ name: '耳机', quantity: 2 },
];
const once: ClaimRules = { perPerson: 1, perDay: 0 };

/** A table that knows reads and conditional updates, as a Data Table does. */
class Table {
	readonly rows: Ticket[];

	constructor(tickets: Ticket[]) {
		this.rows = tickets.map((ticket) => ({ ...ticket }));
	}

	read(): Ticket[] {
		return this.rows.map((row) => ({ ...row }));
	}

	/** Number of rows updated. */
	claim(ticket: Ticket): number {
		const row = this.rows.find(({ key }) => key === ticket.key);
		if (row?.state !== 'free' || row.version !== ticket.version - 1) return 0;
		Object.assign(row, ticket);
		return 1;
	}
}

/** What the flow does for one event, in steps between which others run. */
function* flow(table: Table, one: ActivityEvent, rules: ClaimRules): Generator<void, Pick> {
	for (;;) {
		const snapshot = table.read();
		yield;
		const picked = new TicketPool(snapshot).pick(one, rules);
		if (picked.status !== 'pick' || !picked.ticket) return picked;
		yield;
		if (table.claim(picked.ticket) === 1) return picked;
		yield;
	}
}

/** Runs flows at once; `choose` says which of those that are left goes on. */
function interleave(
	flows: Array<Generator<void, Pick>>,
	choose: (count: number) => number,
): Pick[] {
	const answers: Pick[] = [];
	const left = [...flows];
	while (left.length > 0) {
		const position = choose(left.length);
		const step = left[position]?.next();
		if (!step?.done) continue;
		answers.push(step.value);
		left.splice(position, 1);
	}
	return answers;
}

/** A small generator for schedules of many steps: one number of fast-check decides them all. */
function scheduler(seed: number): (count: number) => number {
	const next = generator(seed);
	return (count) => Math.floor(next() * count);
}

const won = (answers: Pick[]) =>
	answers.filter(({ status, values }) => status === 'pick' && values.isWin === true).length;

describe('tickets', () => {
	it('are cut one a unit and one a blank, always the same from one seed', () => {
		const tickets = cutTickets(A, PRIZES, 90, 'seed');
		expect(tickets).toHaveLength(100);
		expect(tickets.filter(({ prize }) => prize === '咖啡杯')).toHaveLength(8);
		expect(tickets.filter(({ prize }) => prize === '')).toHaveLength(90);
		expect(new Set(tickets.map(({ key }) => key)).size).toBe(100);
		expect(cutTickets(A, PRIZES, 90, 'seed')).toEqual(tickets);
		expect(cutTickets(A, PRIZES, 90, 'other')).not.toEqual(tickets);
		expect(
			readTickets(
				tickets.map((ticket) => ({ ...ticket })),
				A,
			),
		).toEqual(tickets);
	});

	it('spread prizes evenly over the pool (chi-square, 0.1 % level)', () => {
		const counts = Array<number>(20).fill(0);
		for (let n = 0; n < 2_000; n++) {
			cutTickets(A, [{ name: '奖', quantity: 2 }], 18, `seed ${n}`).forEach(
				({ prize }, position) => {
					if (prize !== '') counts[position]! += 1;
				},
			);
		}
		const chi = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
		expect(chi).toBeLessThan(43.8);
	});

	it('give everybody the same chance, whoever they are and whenever they come', () => {
		const counts = Array<number>(20).fill(0);
		for (let n = 0; n < 1_000; n++) {
			const pool = new TicketPool(cutTickets(A, [{ name: '奖', quantity: 2 }], 18, `seed ${n}`));
			for (let place = 0; place < 20; place++) {
				const one = event(`${n}-${place}`, '2026-11-24 09:00', '', `o${n}-${place}`);
				if (pool.pick(one, once).values.isWin) counts[place]! += 1;
			}
		}
		const chi = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
		expect(chi).toBeLessThan(43.8);
	});

	it('give a repeated event the same ticket, and keep the limits', () => {
		const table = new Table(cutTickets(A, PRIZES, 0, 'seed'));
		const play = (key: string, time: string, rules: ClaimRules) => {
			const picked = new TicketPool(table.read()).pick(event(key, time), rules);
			if (picked.status === 'pick' && picked.ticket) table.claim(picked.ticket);
			return picked;
		};
		const daily = { perPerson: 2, perDay: 1 };
		const first = play('1', '2026-11-24 09:00', daily);
		expect(play('1', '2026-11-24 09:00', daily)).toMatchObject({
			status: 'alreadyClaimed',
			ticket: first.ticket,
		});
		expect(play('2', '2026-11-24 10:00', daily).status).toBe('limitReached');
		expect(play('3', '2026-11-25 10:00', daily).status).toBe('pick');
		expect(play('4', '2026-11-26 10:00', daily).status).toBe('limitReached');
	});

	it('are refused where the table is not in order', () => {
		const [ticket] = cutTickets(A, PRIZES, 0, 'seed');
		expect(() => readTickets([{ ...ticket, state: 'gone' }], A)).toThrow(
			/\[Ticket 1\] 'state' is "gone"/,
		);
		expect(() => readTickets([{ ...ticket, version: -1 }], A)).toThrow(
			/\[Ticket 1\] 'version' is -1/,
		);
	});
});

describe('claiming at once', () => {
	it('never gives more prizes than there are, and answers everybody (1,000 claims for 10 prizes)', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const table = new Table(cutTickets(A, PRIZES, 0, `pool ${seed}`));
				const flows = Array.from({ length: 1_000 }, (_, n) =>
					flow(table, event(`m${n}`, '2026-11-24 09:00', '', `o${n}`), once),
				);
				const answers = interleave(flows, scheduler(seed));
				expect(answers).toHaveLength(1_000);
				expect(won(answers)).toBe(10);
				expect(answers.filter(({ status }) => status === 'soldOut')).toHaveLength(990);
				const holders = table.rows.map(({ openId }) => openId);
				expect(new Set(holders).size).toBe(10);
				expect(table.rows.every(({ version }) => version === 1)).toBe(true);
			}),
			{ numRuns: 12 },
		);
	});

	it('keeps the limit of a person and the one ticket of an event under every interleaving', () => {
		fc.assert(
			fc.property(
				fc.integer(),
				fc.integer({ min: 1, max: 3 }),
				fc.array(fc.record({ person: fc.nat(3), key: fc.nat(5) }), { minLength: 1, maxLength: 25 }),
				fc.nat(12),
				(seed, perPerson, claims, blanks) => {
					const table = new Table(cutTickets(A, PRIZES.slice(1), blanks, `pool ${seed}`));
					const flows = claims.map(({ person, key }) =>
						flow(table, event(`p${person}-${key}`, '2026-11-24 09:00', '', `o${person}`), {
							perPerson,
							perDay: 0,
						}),
					);
					const answers = interleave(flows, scheduler(seed));
					expect(answers).toHaveLength(claims.length);
					const taken = table.rows.filter(({ state }) => state === 'claimed');
					for (let person = 0; person <= 3; person++) {
						const own = taken.filter(({ openId }) => openId === `o${person}`);
						expect(own.length).toBeLessThanOrEqual(perPerson);
					}
					const claimKeys = taken.map(({ claimKey }) => claimKey);
					expect(new Set(claimKeys).size).toBe(claimKeys.length);
					expect(won(answers)).toBe(taken.filter(({ prize }) => prize !== '').length);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('makes people who come at once reach for different tickets', () => {
		const snapshot = cutTickets(A, [], 1_000, 'seed');
		const picks = Array.from({ length: 60 }, (_, n) => {
			const one = { key: `m${n}`, openId: `o${n}`, at: at('2026-11-24 09:00'), text: '' };
			return new TicketPool(snapshot).pick(one, once).ticket?.key;
		});
		expect(new Set(picks).size).toBeGreaterThan(50);
	});
});
