import fc from 'fast-check';
import { Book, pointsOf } from '../../../../nodes/WeChatActivity/engine/book';
import {
	balanceOf,
	enter,
	type LedgerEntry,
} from '../../../../nodes/WeChatActivity/engine/points/points';
import { tierOf } from '../../../../nodes/WeChatActivity/engine/points/tiers';
import { A, at, disturbed, event, reread, run, totals } from './helpers';

const rules = { expireAfterDays: 0, tiers: [] };
const add = (amount: number): LedgerEntry => ({ type: 'points', amount, reason: '' });
const spend = (amount: number): LedgerEntry => ({ type: 'spend', amount, reason: '' });
const reverse = (reverses: string): LedgerEntry => ({ type: 'reversal', reverses, reason: '' });

interface Entry {
	key: string;
	time: string;
	entry: LedgerEntry;
}

const apply = (book: Book, { key, time, entry }: Entry) =>
	enter(book, A, event(key, time), entry, rules);

describe('the ledger', () => {
	it('adds, spends what is there, and refuses more', () => {
		const { steps, book } = run(
			[
				{ key: '1', time: '2026-11-01 09:00', entry: add(10) },
				{ key: '1', time: '2026-11-01 09:00', entry: add(10) },
				{ key: '2', time: '2026-11-02 09:00', entry: spend(4) },
				{ key: '3', time: '2026-11-03 09:00', entry: spend(7) },
			],
			apply,
		);
		expect(steps.map(({ status, values }) => [status, values.balance])).toEqual([
			['added', 10],
			['added', 10],
			['spent', 6],
			['insufficient', 6],
		]);
		expect(steps[1]?.rows).toEqual([]);
		expect(totals(book)).toEqual({ oA: 6 });
	});

	it('reverses a row by another row, also one that arrives later', () => {
		const key = `${A}|oA|points|1`;
		const [first, back] = [
			{ key: '1', time: '2026-11-01 09:00', entry: add(10) },
			{ key: '2', time: '2026-11-02 09:00', entry: reverse(key) },
		];
		expect(run([first, back], apply).steps[1]).toMatchObject({
			status: 'reversed',
			rows: [{ points: -10 }],
			values: { balance: 0 },
		});
		const late = run([back, first], apply);
		expect(late.steps[0]?.status).toBe('pending');
		expect(totals(late.book)).toEqual({ oA: 0 });
	});

	it('counts the points of the games, and takes them back', () => {
		const book = new Book([
			{
				key: 'g',
				activityId: A,
				openId: 'oA',
				type: 'quiz',
				points: 8,
				data: {},
				at: at('2026-11-01 09:00'),
			},
		]);
		const step = enter(book, A, event('r', '2026-11-02 09:00'), reverse('g'), rules);
		expect(step).toMatchObject({ values: { balance: 0 }, rows: [{ points: -8 }] });
	});

	it('lets points lapse, the oldest spent first', () => {
		const { book } = run(
			[
				{ key: '1', time: '2026-11-01 09:00', entry: add(10) },
				{ key: '2', time: '2026-11-20 09:00', entry: add(5) },
				{ key: '3', time: '2026-11-21 09:00', entry: spend(4) },
			],
			apply,
		);
		const standing = (time: string) =>
			balanceOf(book, A, 'oA', at(time), { expireAfterDays: 30, tiers: [] }).values;
		expect(standing('2026-11-30 09:00')).toMatchObject({
			balance: 11,
			expiring: 6,
			expiringAt: '2026-12-01 09:00',
		});
		expect(standing('2026-12-01 09:00')).toMatchObject({ balance: 5, expired: 6 });
		expect(standing('2026-12-31 09:00')).toMatchObject({ balance: 0, expired: 11 });
	});

	it('tells the tier reached and the next one', () => {
		const tiers = [
			{ name: '大奖', minPoints: 100 },
			{ name: '参与奖', minPoints: 1 },
			{ name: '进阶奖', minPoints: 50 },
		];
		expect(tierOf(0, tiers)).toEqual({ tier: '', nextTier: '参与奖', pointsToNext: 1 });
		expect(tierOf(60, tiers)).toEqual({ tier: '进阶奖', nextTier: '大奖', pointsToNext: 40 });
		expect(tierOf(100, tiers)).toEqual({ tier: '大奖', nextTier: '', pointsToNext: 0 });
	});

	it('comes to the same whatever the order and repetition of entries', () => {
		const entry = fc.record({
			id: fc.integer({ min: 0, max: 8 }),
			kind: fc.constantFrom('points', 'points', 'spend', 'reversal'),
			amount: fc.integer({ min: 1, max: 20 }),
			target: fc.integer({ min: 0, max: 8 }),
			of: fc.constantFrom('points', 'spend'),
		});
		const entries = fc.uniqueArray(entry, {
			maxLength: 14,
			selector: ({ id, kind }) => `${kind}${id}`,
		});
		fc.assert(
			fc.property(disturbed(entries), ({ plain, mixed }) => {
				const toEntry = ({ id, kind, amount, target, of }: (typeof plain)[number]): Entry => ({
					key: `${id}`,
					time: `2026-11-${String(id + 1).padStart(2, '0')} 09:00`,
					entry:
						kind === 'reversal'
							? reverse(`${A}|oA|${of}|${target}`)
							: kind === 'spend'
								? spend(amount)
								: add(amount),
				});
				const [first, second] = [run(plain.map(toEntry), apply), run(mixed.map(toEntry), apply)];
				expect(totals(second.book)).toEqual(totals(first.book));
				const balance = (book: Book) =>
					balanceOf(book, A, 'oA', at('2026-12-31 09:00'), rules).values.balance;
				expect(balance(reread(second.book))).toBe(balance(first.book));
				expect(balance(first.book)).toBe(pointsOf(first.book.of('oA')));
			}),
			{ numRuns: 500 },
		);
	});
});
