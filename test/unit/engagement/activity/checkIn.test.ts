import fc from 'fast-check';
import {
	checkIn,
	checkInStatus,
	makeUp,
} from '../../../../nodes/WeChatActivity/engine/checkIn/checkIn';
import type { CheckInRules } from '../../../../nodes/WeChatActivity/engine/checkIn/worth';
import { Book, pointsOf } from '../../../../nodes/WeChatActivity/engine/book';
import { dayText } from '../../../../nodes/shared/calendar/days';
import { dayFromText, dayNumber } from '../../../../nodes/WeChatActivity/engine/day';
import type { ActivityEvent } from '../../../../nodes/WeChatActivity/engine/step';
import { A, at, disturbed, event, reread, run, totals } from './helpers';

const rules: CheckInRules = {
	pointsPerDay: 1,
	rewards: [
		{ day: 3, points: 5, name: '贴纸' },
		{ day: 7, points: 20, name: '' },
	],
	cycleLength: 7,
	graceHours: 0,
	makeUpsPerMonth: 2,
	makeUpWithinDays: 5,
	makeUpPoints: 0,
};

const on = (day: string, time = '09:00') => event(`m-${day}-${time}`, `${day} ${time}`);
const record = (book: Book, one: ActivityEvent) => checkIn(book, A, one, rules);
const days = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, n) => `2026-11-${String(from + n).padStart(2, '0')}`);

describe('a check-in', () => {
	it('counts a day in Shanghai once and gives rewards by the streak', () => {
		const { steps, book } = run(
			[...days(1, 8).map((day) => on(day)), on('2026-11-08', '23:59')],
			record,
		);
		expect(steps.map(({ values }) => values.points)).toEqual([1, 1, 6, 1, 1, 1, 21, 1, 0]);
		expect(steps.map(({ values }) => values.streak)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 8]);
		expect(steps[2]?.values).toMatchObject({
			reward: '贴纸',
			nextRewardIn: 4,
			nextReward: '20 积分',
		});
		expect(steps[8]).toMatchObject({ status: 'alreadyCheckedIn', rows: [] });
		expect(totals(book)).toEqual({ oA: 33 });
		expect(steps[0]?.rows[0]?.key).toBe('autumn|oA|2026-11-01');
	});

	it('begins the cycle anew after its last day', () => {
		const { steps } = run(
			days(1, 10).map((day) => on(day)),
			record,
		);
		expect(steps[9]?.values).toMatchObject({ streak: 10, points: 6, reward: '贴纸' });
	});

	it('changes days at midnight in Shanghai, or as many hours later as are allowed', () => {
		const late = event('m', '2026-11-02 01:30');
		expect(checkIn(new Book(), A, late, rules).values.day).toBe('2026-11-02');
		const step = checkIn(new Book(), A, late, { ...rules, graceHours: 2 });
		expect(step.values.day).toBe('2026-11-01');
		expect(dayText(dayNumber(Date.parse('2026-11-01T15:59:59Z')))).toBe('2026-11-01');
		expect(dayText(dayNumber(Date.parse('2026-11-01T16:00:00Z')))).toBe('2026-11-02');
		expect(dayFromText('2026-02-30')).toBeUndefined();
	});

	it('keeps the streak of yesterday until the day is over', () => {
		const { book } = run([on('2026-11-01'), on('2026-11-02')], record);
		const streakOn = (time: string) => checkInStatus(book, A, 'oA', at(time), rules).values.streak;
		expect(streakOn('2026-11-03 23:00')).toBe(2);
		expect(streakOn('2026-11-04 00:00')).toBe(0);
	});

	it('is refused outside the activity', () => {
		const limited = { ...rules, startsAt: at('2026-11-02 00:00'), endsAt: at('2026-11-03 00:00') };
		const status = (day: string) => checkIn(new Book(), A, on(day), limited).status;
		expect([status('2026-11-01'), status('2026-11-02'), status('2026-11-03')]).toEqual([
			'notOpen',
			'checkedIn',
			'closed',
		]);
	});
});

describe('a make-up', () => {
	let minute = 0;
	const upOn = (book: Book, day: string, missed?: string) =>
		makeUp(
			book,
			A,
			event(`u${(minute += 1)}`, `${day} 10:${10 + minute}`),
			missed === undefined ? undefined : dayFromText(missed),
			rules,
		);

	it('joins streaks and gives what they are worth together', () => {
		const { book } = run([on('2026-11-01'), on('2026-11-03')], record);
		const step = upOn(book, '2026-11-03');
		expect(step).toMatchObject({
			status: 'madeUp',
			values: { day: '2026-11-02', streak: 3, points: 5, reward: '贴纸', makeUpsLeft: 1 },
		});
	});

	it('is limited by month, by days back, and to missed days', () => {
		const { book } = run([on('2026-11-10')], record);
		const asked: Array<[day: string, missed: string]> = [
			['2026-11-10', '2026-11-04'],
			['2026-11-10', '2026-11-10'],
			['2026-11-10', '2026-11-09'],
			['2026-11-10', '2026-11-09'],
			['2026-11-10', '2026-11-08'],
			['2026-11-10', '2026-11-07'],
		];
		const { steps } = run(asked, (known, [day, missed]) => upOn(known, day, missed), book);
		const statuses = steps.map(({ status }) => status);
		expect(statuses).toEqual([
			'tooLate',
			'notMissed',
			'madeUp',
			'alreadyCheckedIn',
			'madeUp',
			'noCardsLeft',
		]);
	});

	it('never takes away what was given', () => {
		const generous = { ...rules, rewards: [{ day: 1, points: 10, name: '' }] };
		const { book } = run([on('2026-11-01'), on('2026-11-03')], (known, one) =>
			checkIn(known, A, one, generous),
		);
		const step = makeUp(book, A, event('u', '2026-11-03 10:00'), undefined, generous);
		expect(step.values.points).toBe(0);
	});
});

describe('any order and repetition of check-ins and make-ups', () => {
	const one = fc.record({
		kind: fc.constantFrom('in', 'in', 'up', 'upOf'),
		day: fc.integer({ min: 1, max: 20 }),
		minute: fc.integer({ min: 0, max: 1439 }),
		back: fc.integer({ min: 1, max: 7 }),
		openId: fc.constantFrom('oA', 'oB'),
	});

	type One = { kind: string; day: number; minute: number; back: number; openId: string };

	const apply = (book: Book, { kind, day, minute, back, openId }: One) => {
		const time = at(`2026-11-${String(day).padStart(2, '0')} 00:00`) + minute * 60_000;
		const happened = {
			key: `${openId}-${kind}-${day}-${minute}-${back}`,
			openId,
			at: time,
			text: '',
		};
		if (kind === 'in') return checkIn(book, A, happened, rules);
		const missed = kind === 'up' ? undefined : dayNumber(time) - back;
		return makeUp(book, A, happened, missed, rules);
	};

	it('gives the same totals, streaks and make-ups', () => {
		fc.assert(
			fc.property(disturbed(fc.array(one, { maxLength: 25 })), ({ plain, mixed }) => {
				const [first, second] = [run(plain, apply).book, run(mixed, apply).book];
				expect(totals(second)).toEqual(totals(first));
				for (const openId of ['oA', 'oB']) {
					const standing = (book: Book) => {
						const { values } = checkInStatus(book, A, openId, at('2026-11-20 12:00'), rules);
						return values;
					};
					expect(standing(reread(second))).toEqual(standing(first));
					expect(pointsOf(first.of(openId))).toBe(standing(first).balance);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
