import { byTime } from '../book';
import { dayFromText, dayNumber, monthText } from '../day';
import { dataText, type ActivityRow } from '../row';
import type { Window } from '../step';

/** A reward for the n-th day of a streak. */
export interface StreakReward {
	day: number;
	points: number;
	/** What else is given, for the reply. */
	name: string;
}

export interface CheckInRules extends Window {
	pointsPerDay: number;
	rewards: StreakReward[];
	/** Days after which rewards begin anew; 0 counts the whole streak. */
	cycleLength: number;
	/** Hours after midnight that still belong to the day before. */
	graceHours: number;
	makeUpsPerMonth: number;
	/** How many days back a missed day can be made up. */
	makeUpWithinDays: number;
	/** Points for a day that is made up; it counts for the streak in any case. */
	makeUpPoints: number;
}

/** A check-in, or a missed day that is made up. */
export interface DayEvent {
	key: string;
	type: 'checkIn' | 'makeUp';
	/** Day number it is for; undefined for the latest missed day. */
	day?: number;
	/** Day number on which it was done. */
	on: number;
	/** Epoch milliseconds; a check-in counts from the start of its day. */
	at: number;
}

export type DayOutcome =
	| 'alreadyCheckedIn'
	| 'checkedIn'
	| 'madeUp'
	| 'noCardsLeft'
	| 'notMissed'
	| 'tooLate';

/** What became of one event. */
export interface DayResult {
	outcome: DayOutcome;
	day?: number;
	/** Points it is worth. */
	points: number;
	/** Names of the rewards it brings. */
	rewards: string[];
}

type Days = Map<number, DayEvent['type']>;

/** Where a person stands after all events. */
export interface CheckInState {
	days: Days;
	results: Map<string, DayResult>;
	/** Points of all events. */
	points: number;
	/** Make-ups used, by month. */
	makeUps: Map<string, number>;
}

/** Position of a streak's day in its cycle, from 1. */
export function cyclePosition(streak: number, { cycleLength }: CheckInRules): number {
	return cycleLength > 0 ? ((streak - 1) % cycleLength) + 1 : streak;
}

/** Days in a row up to and with a day; 0 when the day itself is missing. */
export function streakAt(days: ReadonlyMap<number, unknown>, day: number): number {
	let length = 0;
	while (days.has(day - length)) length += 1;
	return length;
}

function rewardsAt(streak: number, rules: CheckInRules): StreakReward[] {
	const position = cyclePosition(streak, rules);
	return rules.rewards.filter(({ day }) => day === position);
}

const sumOf = (rewards: StreakReward[]) => rewards.reduce((sum, { points }) => sum + points, 0);

function basePoints(type: DayEvent['type'], rules: CheckInRules): number {
	return type === 'checkIn' ? rules.pointsPerDay : rules.makeUpPoints;
}

/** What a set of days is worth, together with all rewards of its streaks. */
function worth(days: Days, rules: CheckInRules): { points: number; rewards: string[] } {
	let [points, streak, before] = [0, 0, Number.NEGATIVE_INFINITY];
	const names: string[] = [];
	for (const [day, type] of [...days].sort(([left], [right]) => left - right)) {
		streak = day === before + 1 ? streak + 1 : 1;
		before = day;
		const rewards = rewardsAt(streak, rules);
		points += basePoints(type, rules) + sumOf(rewards);
		for (const { name } of rewards) names.push(name);
	}
	return { points, rewards: names };
}

/** What is in `after` and not in `before`, each as often. */
function added(before: string[], after: string[]): string[] {
	const rest = [...before];
	return after.filter((name) => {
		const position = rest.indexOf(name);
		if (position >= 0) rest.splice(position, 1);
		return position < 0 && name !== '';
	});
}

class Replay {
	readonly state: CheckInState = {
		days: new Map(),
		results: new Map(),
		points: 0,
		makeUps: new Map(),
	};

	private last = Number.NEGATIVE_INFINITY;

	constructor(private readonly rules: CheckInRules) {}

	apply(event: DayEvent): void {
		const result = event.type === 'checkIn' ? this.checkIn(event) : this.makeUp(event);
		this.state.results.set(event.key, result);
		this.state.points += result.points;
	}

	private checkIn({ on }: DayEvent): DayResult {
		if (this.state.days.has(on)) {
			return { outcome: 'alreadyCheckedIn', day: on, points: 0, rewards: [] };
		}
		return { outcome: 'checkedIn', day: on, ...this.count(on, 'checkIn') };
	}

	private makeUp(event: DayEvent): DayResult {
		const { days, makeUps } = this.state;
		const day = event.day ?? this.latestMissed(event.on);
		const refused = (outcome: DayOutcome) => ({ outcome, day, points: 0, rewards: [] });
		if (day === undefined || day >= event.on) return refused('notMissed');
		if (days.has(day)) return refused('alreadyCheckedIn');
		if (day < this.earliest(event.on)) return refused('tooLate');
		const month = monthText(event.on);
		const used = makeUps.get(month) ?? 0;
		if (used >= this.rules.makeUpsPerMonth) return refused('noCardsLeft');
		makeUps.set(month, used + 1);
		return { outcome: 'madeUp', day, ...this.count(day, 'makeUp') };
	}

	private earliest(on: number): number {
		const { startsAt, graceHours, makeUpWithinDays } = this.rules;
		const first = startsAt === undefined ? -Infinity : dayNumber(startsAt, graceHours);
		return Math.max(on - makeUpWithinDays, first);
	}

	private latestMissed(on: number): number | undefined {
		for (let day = on - 1; day >= this.earliest(on); day--) {
			if (!this.state.days.has(day)) return day;
		}
		return undefined;
	}

	/** Marks a day. Filling a gap joins two streaks, so that everything is valued anew; never below what was given. */
	private count(day: number, type: DayEvent['type']): { points: number; rewards: string[] } {
		const { days } = this.state;
		if (day > this.last) {
			days.set(day, type);
			this.last = day;
			const rewards = rewardsAt(streakAt(days, day), this.rules);
			return {
				points: basePoints(type, this.rules) + sumOf(rewards),
				rewards: rewards.map(({ name }) => name).filter((name) => name !== ''),
			};
		}
		const before = worth(days, this.rules);
		days.set(day, type);
		const after = worth(days, this.rules);
		return {
			points: Math.max(0, after.points - before.points),
			rewards: added(before.rewards, after.rewards),
		};
	}
}

/** The event that a row tells of. */
export function dayEventOf(row: ActivityRow, { graceHours }: CheckInRules): DayEvent {
	const day = dayFromText(dataText(row, 'day'));
	if (row.type === 'makeUp') {
		return { key: row.key, type: 'makeUp', day, on: dayNumber(row.at, graceHours), at: row.at };
	}
	const on = day ?? dayNumber(row.at, graceHours);
	return checkInOn(row.key, on);
}

/** A check-in of a day. It sorts by the day alone: taps of one day are one, whichever came first. */
export function checkInOn(key: string, on: number): DayEvent {
	return { key, type: 'checkIn', day: on, on, at: on * 86_400_000 - 8 * 3_600_000 };
}

/** Where the events lead, whatever order they come in. */
export function replay(events: DayEvent[], rules: CheckInRules): CheckInState {
	const run = new Replay(rules);
	for (const event of [...events].sort(byTime)) run.apply(event);
	return run.state;
}
