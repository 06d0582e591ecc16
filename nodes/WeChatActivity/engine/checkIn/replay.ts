import { byTime } from '../book';
import { dayFromText, dayNumber, monthText } from '../day';
import { dataText, type ActivityRow } from '../row';
import {
	added,
	basePoints,
	rewardsAt,
	streakAt,
	sumOf,
	worth,
	type CheckInRules,
	type DayEvent,
	type Days,
} from './worth';

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

/** Where a person stands after all events. */
export interface CheckInState {
	days: Days;
	results: Map<string, DayResult>;
	/** Points of all events. */
	points: number;
	/** Make-ups used, by month. */
	makeUps: Map<string, number>;
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
