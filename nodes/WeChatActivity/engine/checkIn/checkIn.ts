import { min } from 'lodash';
import { pointsOf, type Book } from '../book';
import { dayText } from '../../../shared/calendar/days';
import { dayNumber, monthText } from '../day';
import type { ActivityRow } from '../row';
import { windowStatus, type ActivityEvent, type Step, type Values } from '../step';
import { checkInOn, dayEventOf, replay, type CheckInState, type DayOutcome } from './replay';
import { cyclePosition, streakAt, type CheckInRules, type DayEvent } from './worth';

export type CheckInStatus = DayOutcome | 'closed' | 'notOpen' | 'status';

const ownRows = (rows: ActivityRow[]) =>
	rows.filter(({ type }) => type === 'checkIn' || type === 'makeUp');

function longestStreak(days: ReadonlyMap<number, unknown>): number {
	let longest = 0;
	for (const day of days.keys()) {
		if (!days.has(day + 1)) longest = Math.max(longest, streakAt(days, day));
	}
	return longest;
}

/** The streak that counts today: one that ended yesterday can still be continued. */
function currentStreak(days: ReadonlyMap<number, unknown>, today: number): number {
	return streakAt(days, today) || streakAt(days, today - 1);
}

function nextReward(streak: number, rules: CheckInRules): Values {
	const position = streak === 0 ? 0 : cyclePosition(streak, rules);
	const days = rules.rewards.map(({ day }) =>
		day > position
			? day - position
			: rules.cycleLength > 0
				? day - position + rules.cycleLength
				: 0,
	);
	const soonest = min(days.filter((inDays) => inDays > 0)) ?? 0;
	const reward = soonest > 0 ? rules.rewards[days.indexOf(soonest)] : undefined;
	return {
		nextRewardIn: soonest,
		nextReward: reward ? reward.name || `${reward.points} 积分` : '',
	};
}

/** Facts about a person's check-ins. */
function standing(
	state: CheckInState,
	today: number,
	rules: CheckInRules,
	balance: number,
): Values {
	const streak = currentStreak(state.days, today);
	const used = state.makeUps.get(monthText(today)) ?? 0;
	return {
		balance,
		streak,
		longest: longestStreak(state.days),
		total: state.days.size,
		checkedInToday: state.days.has(today),
		makeUpsLeft: Math.max(0, rules.makeUpsPerMonth - used),
		...nextReward(streak, rules),
	};
}

function apply(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	dayEvent: DayEvent,
	rules: CheckInRules,
): Step<CheckInStatus> {
	const rows = book.of(event.openId, activityId);
	const own = ownRows(rows);
	const isKnown = book.get(dayEvent.key) !== undefined;
	const events = own.map((row) => dayEventOf(row, rules));
	const state = replay(isKnown ? events : [...events, dayEvent], rules);
	const result = state.results.get(dayEvent.key);
	const balance = pointsOf(rows);
	// A row carries what is missing to the points of the whole, so that late events change no total.
	const points = isKnown ? 0 : state.points - pointsOf(own);
	const repeated = dayEvent.type === 'checkIn' ? 'alreadyCheckedIn' : result?.outcome;
	const values: Values = {
		points: isKnown ? 0 : (result?.points ?? 0),
		reward: isKnown ? '' : (result?.rewards.join('、') ?? ''),
		day: result?.day === undefined ? '' : dayText(result.day),
		...standing(state, dayEvent.on, rules, balance + points),
	};
	const status = (isKnown ? repeated : result?.outcome) ?? 'alreadyCheckedIn';
	if (isKnown) return { status, values, rows: [] };
	const { key, type } = dayEvent;
	const day = dayEvent.day === undefined ? {} : { day: dayText(dayEvent.day) };
	const row = { key, activityId, openId: event.openId, type, points, data: day, at: event.at };
	return { status, values, rows: [row] };
}

function outside(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	rules: CheckInRules,
): Step<CheckInStatus> | undefined {
	const status = windowStatus(event.at, rules);
	if (status === 'open') return undefined;
	const { values } = checkInStatus(book, activityId, event.openId, event.at, rules);
	return { status, values, rows: [] };
}

/**
 * Checks in for the day of the event. One row a day, key `activity|openId|day`; a second tap makes none.
 *
 * @returns status `checkedIn` or `alreadyCheckedIn`, `notOpen` or `closed`
 */
export function checkIn(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	rules: CheckInRules,
): Step<CheckInStatus> {
	const refusal = outside(book, activityId, event, rules);
	if (refusal) return refusal;
	const on = dayNumber(event.at, rules.graceHours);
	const key = `${activityId}|${event.openId}|${dayText(on)}`;
	return apply(book, activityId, event, checkInOn(key, on), rules);
}

/**
 * Makes up a missed day. Key `activity|openId|makeUp|event`. A refused one is kept as well: what is
 * refused depends on what came before, and what came before may arrive later.
 *
 * @param day day number; undefined for the latest missed day
 */
export function makeUp(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	day: number | undefined,
	rules: CheckInRules,
): Step<CheckInStatus> {
	const refusal = outside(book, activityId, event, rules);
	if (refusal) return refusal;
	const key = `${activityId}|${event.openId}|makeUp|${event.key}`;
	const on = dayNumber(event.at, rules.graceHours);
	return apply(book, activityId, event, { key, type: 'makeUp', day, on, at: event.at }, rules);
}

/** Where a person stands; changes nothing. */
export function checkInStatus(
	book: Book,
	activityId: string,
	openId: string,
	now: number,
	rules: CheckInRules,
): Step<CheckInStatus> {
	const rows = book.of(openId, activityId);
	const state = replay(
		ownRows(rows).map((row) => dayEventOf(row, rules)),
		rules,
	);
	const today = dayNumber(now, rules.graceHours);
	const values = { points: 0, reward: '', day: dayText(today) };
	return {
		status: 'status',
		values: { ...values, ...standing(state, today, rules, pointsOf(rows)) },
		rows: [],
	};
}
