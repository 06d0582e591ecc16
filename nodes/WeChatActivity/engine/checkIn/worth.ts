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

/** The days of a person, and how each came to count. */
export type Days = Map<number, DayEvent['type']>;

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

/** The rewards of the day that a streak has come to. */
export function rewardsAt(streak: number, rules: CheckInRules): StreakReward[] {
	const position = cyclePosition(streak, rules);
	return rules.rewards.filter(({ day }) => day === position);
}

/** Points of rewards together. */
export const sumOf = (rewards: StreakReward[]) =>
	rewards.reduce((sum, { points }) => sum + points, 0);

/** Points of a day without rewards. */
export function basePoints(type: DayEvent['type'], rules: CheckInRules): number {
	return type === 'checkIn' ? rules.pointsPerDay : rules.makeUpPoints;
}

/** What a set of days is worth, together with all rewards of its streaks. */
export function worth(days: Days, rules: CheckInRules): { points: number; rewards: string[] } {
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
export function added(before: string[], after: string[]): string[] {
	const rest = [...before];
	return after.filter((name) => {
		const position = rest.indexOf(name);
		if (position >= 0) rest.splice(position, 1);
		return position < 0 && name !== '';
	});
}
