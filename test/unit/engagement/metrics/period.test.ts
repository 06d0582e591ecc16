import { dayOf, dayText, hourOf, weekdayOf } from '../../../../nodes/shared/calendar/days';
import {
	customPeriod,
	finishedPeriods,
	previousOf,
	type Period,
} from '../../../../nodes/WeChatMetrics/engine/period';
import { at, NOW } from './sample';

const shown = ({ from, to }: Period) => `${dayText(from)} ${dayText(to)}`;

it('counts days, weekdays and hours in Shanghai', () => {
	const epoch = Date.parse('2026-11-23T16:30:00Z');
	expect(dayText(dayOf(epoch))).toBe('2026-11-24');
	expect(weekdayOf(dayOf(epoch))).toBe(1);
	expect(hourOf(epoch)).toBe(0);
	expect(weekdayOf(-4)).toBe(6);
});

it('takes only periods that are over', () => {
	expect(finishedPeriods('day', 2, NOW).map(shown)).toEqual([
		'2026-11-22 2026-11-22',
		'2026-11-23 2026-11-23',
	]);
	expect(finishedPeriods('week', 1, NOW).map(shown)).toEqual(['2026-11-16 2026-11-22']);
	expect(finishedPeriods('month', 3, NOW).map(shown)).toEqual([
		'2026-08-01 2026-08-31',
		'2026-09-01 2026-09-30',
		'2026-10-01 2026-10-31',
	]);
	expect(finishedPeriods('week', 1, Date.parse(at('2026-11-23', '00:00'))).map(shown)).toEqual([
		'2026-11-16 2026-11-22',
	]);
});

it('compares a custom span with the same number of days before it', () => {
	const span = customPeriod(Date.parse(at('2026-11-10')), Date.parse(at('2026-11-12')), NOW);
	expect(shown(span)).toBe('2026-11-10 2026-11-12');
	expect(shown(previousOf(span))).toBe('2026-11-07 2026-11-09');
});

it('refuses spans that end before they begin or have not begun', () => {
	expect(() => customPeriod(NOW, NOW - 86_400_000, NOW)).toThrow("'To' lies before 'From'");
	const next = NOW + 86_400_000;
	expect(() => customPeriod(next, next, NOW)).toThrow("'From' lies in the future");
});
