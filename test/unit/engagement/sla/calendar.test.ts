import fc from 'fast-check';
import {
	addBusinessTime,
	ALWAYS_OPEN,
	businessCalendar,
	businessMinutesBetween,
	type BusinessHours,
} from '../../../../nodes/shared/calendar/businessHours';
import { chineseHolidays, parseDays } from '../../../../nodes/shared/calendar/holidays';
import { parseHours } from '../../../../nodes/shared/calendar/hours';
import { SlowCalendar } from './reference';

const WORKING = parseHours('09:00-12:00, 13:30-18:00', 'Hours');
const OFFICE: BusinessHours = {
	zone: 'Asia/Shanghai',
	week: [...Array.from({ length: 5 }, () => WORKING), [], []],
	holidays: chineseHolidays(),
};
const office = businessCalendar(OFFICE);
const at = (text: string) => Date.parse(`${text}+08:00`);
const deadline = (start: string, minutes: number) =>
	new Date(addBusinessTime(at(start), minutes, office) + 8 * 3_600_000).toISOString().slice(0, 16);

describe('business time', () => {
	it.each([
		['2026-11-24T09:00', 30, '2026-11-24T09:30'],
		['2026-11-24T11:50', 30, '2026-11-24T13:50'],
		['2026-11-24T17:30', 30, '2026-11-24T18:00'],
		['2026-11-24T17:30', 31, '2026-11-25T09:01'],
		['2026-11-27T18:00', 1, '2026-11-30T09:01'],
		['2026-11-28T03:00', 0, '2026-11-28T03:00'],
	])('from %s, %i minutes end at %s', (start, minutes, end) => {
		expect(deadline(start, minutes)).toBe(end);
	});

	it('skips public holidays: the last working day before Spring Festival leads to the first after it', () => {
		// 2026-02-14 is a Saturday on which people work; holidays last from the 15th to the 23rd.
		expect(deadline('2026-02-13T18:00', 60)).toBe('2026-02-14T10:00');
		expect(deadline('2026-02-14T17:30', 60)).toBe('2026-02-24T09:30');
		expect(deadline('2026-09-30T17:30', 60)).toBe('2026-10-08T09:30');
	});

	it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
		'knows that people work on the weekend day %s',
		(day) => {
			const open = businessMinutesBetween(at(`${day}T00:00`), at(`${day}T23:59`), office);
			expect(open).toBe(450);
		},
	);

	it('has the 33 public holidays and 247 open days of 2026', () => {
		const days = parseDays('2026-01-01..2026-12-31', 'Days');
		const { kindOf } = chineseHolidays();
		expect(days.filter((day) => kindOf(day) === 'holiday')).toHaveLength(33);
		const open = businessMinutesBetween(at('2026-01-01T00:00'), at('2027-01-01T00:00'), office);
		const weekdays = days.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
		const off = weekdays.filter((day) => kindOf(day) === 'holiday');
		expect(open / 450).toBe(weekdays.length - off.length + 6);
	});

	it('counts an hour twice, or not at all, when clocks change', () => {
		const night = parseHours('01:00-04:00', 'Hours');
		const hours = { zone: 'Europe/Berlin', week: Array.from({ length: 7 }, () => night) };
		const berlin = businessCalendar(hours);
		const open = (from: string, to: string) =>
			businessMinutesBetween(Date.parse(from), Date.parse(to), berlin);
		expect(open('2026-03-28T12:00Z', '2026-03-29T12:00Z')).toBe(120);
		expect(open('2026-10-24T12:00Z', '2026-10-25T12:00Z')).toBe(240);
	});

	it('is open day and night when told so', () => {
		const always = businessCalendar({ zone: 'America/New_York', week: ALWAYS_OPEN });
		expect(addBusinessTime(at('2026-03-01T00:00'), 60_000, always)).toBe(
			at('2026-03-01T00:00') + 60_000 * 60_000,
		);
		expect(always.openSpans(20_000)).toHaveLength(1);
	});
});

describe('coverage', () => {
	it('ends with the data, unless the operator has entered holidays', () => {
		const [start, end] = [at('2026-12-31T20:00'), at('2027-01-02T09:00')];
		expect(office.isCovered(start, at('2026-12-31T23:00'))).toBe(true);
		expect(office.isCovered(start, end)).toBe(false);
		expect(office.isCovered(at('2003-06-01T00:00'), at('2003-06-02T00:00'))).toBe(false);
		const holidays = chineseHolidays(parseDays('2027-01-01..2027-01-03', 'Extra Holidays'));
		const extended = businessCalendar({ ...OFFICE, holidays });
		expect(extended.isCovered(start, end)).toBe(true);
		expect(addBusinessTime(end, 60, extended)).toBe(at('2027-01-04T10:00'));
	});

	it('needs no holidays when none are kept', () => {
		const plain = businessCalendar({ ...OFFICE, holidays: undefined });
		expect(plain.isCovered(0, at('2099-01-01T00:00'))).toBe(true);
	});

	it('lets extra days win over the data', () => {
		const holidays = chineseHolidays(['2026-11-24'], ['2026-10-01']);
		const changed = businessCalendar({ ...OFFICE, holidays });
		expect(addBusinessTime(at('2026-11-23T17:30'), 60, changed)).toBe(at('2026-11-25T09:30'));
		expect(addBusinessTime(at('2026-09-30T17:30'), 60, changed)).toBe(at('2026-10-01T09:30'));
		expect(() => chineseHolidays(['2027-01-01'], ['2027-01-01'])).toThrow("'Extra Holidays'");
	});
});

describe('what cannot be read', () => {
	it.each([
		['18:00-09:00', 'ends before it begins'],
		['09:00-09:00', 'ends before it begins'],
		['09:00-12:00, 11:00-18:00', 'overlap'],
		['9 to 5', 'not a valid time range'],
		['09:00-24:30', 'not a valid time range'],
		['09:61-10:00', 'not a valid time range'],
	])('hours %s', (text, problem) => {
		expect(() => parseHours(text, 'Saturday')).toThrow(new RegExp(`'Saturday'.*${problem}`));
	});

	it('reads what people write', () => {
		expect(parseHours(' 9：00—12:00；13:30~24:00 ', 'Hours')).toEqual([
			{ from: 540, to: 720 },
			{ from: 810, to: 1_440 },
		]);
		expect(parseHours('', 'Hours')).toEqual([]);
		expect(parseDays('2027-02-27..2027-03-01，2027-05-01', 'Days')).toEqual([
			'2027-02-27',
			'2027-02-28',
			'2027-03-01',
			'2027-05-01',
		]);
	});

	it.each([
		'2027-02-30',
		'tomorrow',
		'2027-1-1',
		'2027-03-01..2027-02-01',
		'2020-01-01..2027-01-01',
	])('days %s', (text) => {
		expect(() => parseDays(text, 'Extra Holidays')).toThrow("'Extra Holidays' holds");
	});

	it('a zone nobody knows, a week that is never open', () => {
		expect(() => businessCalendar({ ...OFFICE, zone: 'Mars/Base' })).toThrow("'Time Zone'");
		const week = Array.from({ length: 7 }, () => []);
		expect(() => businessCalendar({ ...OFFICE, week })).toThrow("'Business Hours'");
	});
});

const ZONES = [
	'Asia/Shanghai',
	'America/New_York',
	'America/St_Johns',
	'Australia/Lord_Howe',
	'Europe/London',
	'Africa/Casablanca',
	'Pacific/Apia',
	'Asia/Kathmandu',
	'UTC',
];

const dayHours = fc
	.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
	.map((quarters) => {
		const minutes = quarters.sort((a, b) => a - b).map((quarter) => quarter * 15);
		return minutes.flatMap((from, position) => {
			const to = minutes[position + 1];
			return position % 2 === 0 && to !== undefined ? [{ from, to }] : [];
		});
	});

const anyHours: fc.Arbitrary<BusinessHours> = fc
	.record({
		zone: fc.constantFrom(...ZONES),
		week: fc.array(dayHours, { minLength: 7, maxLength: 7 }),
		holidays: fc.constantFrom(undefined, chineseHolidays(), chineseHolidays(['2026-03-29'])),
		onHoliday: fc.constantFrom([], WORKING),
		onMovedWorkday: fc.constant(WORKING),
	})
	.filter(({ week }) => week.some((intervals) => intervals.length > 0));

/** Before holidays, moved workdays, changes of the clock, and a day that a zone left out. */
const anyDay = fc
	.constantFrom(
		'2010-11-06',
		'2011-12-29',
		'2025-12-30',
		'2026-02-12',
		'2026-03-07',
		'2026-03-28',
		'2026-09-24',
		'2026-10-24',
		'2026-10-31',
	)
	.map((day) => Date.parse(day));

const minutesUpTo = (max: number) => fc.integer({ min: 0, max });

describe('against the slow reference', () => {
	it('gives the same deadlines and minutes in 10,000 random cases', () => {
		const cases = fc.array(fc.tuple(minutesUpTo(4 * 1_440), minutesUpTo(240)), {
			minLength: 200,
			maxLength: 200,
		});
		fc.assert(
			fc.property(anyHours, anyDay, cases, (hours, day, list) => {
				const [fast, slow] = [businessCalendar(hours), new SlowCalendar(hours)];
				for (const [after, minutes] of list) {
					const start = day + after * 60_000;
					const due = slow.addBusinessTime(start, minutes);
					expect(addBusinessTime(start, minutes, fast)).toBe(due);
					const end = start + minutes * 10 * 60_000;
					const open = slow.businessMinutesBetween(start, end);
					expect(businessMinutesBetween(start, end, fast)).toBe(open);
				}
			}),
			{ numRuns: 50, endOnFailure: true },
		);
	}, 120_000);

	it('grows with the start and with the minutes, and is undone by counting', () => {
		const minutes = fc.double({ min: 0, max: 3_000, noNaN: true });
		const shift = fc.integer({ min: 0, max: 10 * 86_400_000 });
		fc.assert(
			fc.property(anyHours, anyDay, minutes, minutes, shift, (hours, day, a, b, later) => {
				const start = day + later / 2;
				const calendar = businessCalendar(hours);
				const due = addBusinessTime(start, a, calendar);
				expect(addBusinessTime(start + later, a, calendar)).toBeGreaterThanOrEqual(due);
				expect(addBusinessTime(start, a + b, calendar)).toBeGreaterThanOrEqual(due);
				expect(businessMinutesBetween(start, due, calendar)).toBeCloseTo(a, 6);
			}),
		);
	});
});
