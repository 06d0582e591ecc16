import { dayText } from '../../../shared/calendar/days';
import type { Facts } from '../facts';
import { figure, ratio, UNKNOWN, type Measure } from '../measure';
import { ascending, byText, quantile } from '../order';
import { isActiveOn, isFollowingOn, nextActive, standingOn, type Standing } from '../people';
import type { Period } from '../period';
import { migration } from '../segments';

/** From how many active days on a habit can be read from them, and how far silence may stretch it. */
const WARNING = { activeDays: 3, silence: 14, gaps: 1.5 };
const DORMANT_GAPS = 2;
const SECOND_WITHIN = 7;

/** A follower who is about to become dormant. */
export interface ChurnWarning {
	key: string;
	openId: string;
	date: string;
	lastOn: string;
	silentDays: number;
	usualGapDays: number;
}

function isDormant({ silence = 0, usualGap = 0 }: Standing, dormantAfter: number): boolean {
	return silence >= Math.max(dormantAfter, DORMANT_GAPS * usualGap);
}

function isWarning({ activeDays, silence = 0, usualGap = 0 }: Standing): boolean {
	return (
		activeDays >= WARNING.activeDays &&
		silence >= Math.max(WARNING.silence, WARNING.gaps * usualGap)
	);
}

interface Habits {
	gaps: number[];
	followers: number;
	dormant: number;
	warnings: ChurnWarning[];
}

function habitsOn(facts: Facts, day: number): Habits {
	const habits: Habits = { gaps: [], followers: 0, dormant: 0, warnings: [] };
	const date = dayText(day);
	for (const person of facts.people.values()) {
		const standing = standingOn(person, day);
		const { usualGap, silence, lastOn } = standing;
		if (usualGap !== undefined) habits.gaps.push(usualGap);
		if (silence === undefined || !isFollowingOn(person, day)) continue;
		habits.followers += 1;
		if (isDormant(standing, facts.dormantAfter)) {
			habits.dormant += 1;
		} else if (isWarning(standing) && lastOn !== undefined && usualGap !== undefined) {
			const { openId } = person;
			habits.warnings.push({
				key: `${openId}|${date}`,
				openId,
				date,
				lastOn: dayText(lastOn),
				silentDays: silence,
				usualGapDays: usualGap,
			});
		}
	}
	habits.gaps = ascending(habits.gaps);
	habits.warnings.sort((a, b) => byText(a.openId, b.openId));
	return habits;
}

/** Followers who are silent for longer than they usually are, at the end of a period. */
export function churnWarnings(facts: Facts, { to }: Period): ChurnWarning[] {
	return habitsOn(facts, to).warnings;
}

function averageStay(facts: Facts, { from, to }: Period): Measure {
	const stays = facts.statistics.staysOf(from, to);
	const readers = stays.reduce((sum, stay) => sum + stay.readers, 0);
	const seconds = stays.reduce((sum, stay) => sum + stay.readers * stay.seconds, 0);
	return stays.length === 0 ? UNKNOWN : ratio(seconds, readers);
}

function retention(facts: Facts, { from, to }: Period, after: number): Measure {
	let cohort = 0;
	let active = 0;
	for (const person of facts.people.values()) {
		const day = (person.followedOn ?? Number.NaN) + after;
		if (!(day >= from && day <= to)) continue;
		cohort += 1;
		if (isActiveOn(person, day)) active += 1;
	}
	return ratio(active, cohort);
}

function secondInteraction(facts: Facts, { from, to }: Period): Measure {
	let first = 0;
	let second = 0;
	for (const person of facts.people.values()) {
		const day = nextActive(person, from - SECOND_WITHIN);
		if (day === undefined || day > to - SECOND_WITHIN) continue;
		first += 1;
		const next = nextActive(person, day + 1);
		if (next !== undefined && next <= day + SECOND_WITHIN) second += 1;
	}
	return ratio(second, first);
}

/** Deep layer: how long people stay, how often they come back, and who is about to leave. */
export function deepLayer(facts: Facts, period: Period): Record<string, Measure> {
	const habits = habitsOn(facts, period.to);
	const { up, down, people } = migration(facts.steps, period.from, period.to);
	return {
		averageStay: averageStay(facts, period),
		interactionGapMedian: figure(quantile(habits.gaps, 0.5)),
		interactionGapP90: figure(quantile(habits.gaps, 0.9)),
		dormantShare: ratio(habits.dormant, habits.followers),
		churnWarnings: figure(period.to < facts.knownFrom ? undefined : habits.warnings.length),
		secondInteractionRate: secondInteraction(facts, period),
		retentionDay1: retention(facts, period, 1),
		retentionDay7: retention(facts, period, 7),
		retentionDay30: retention(facts, period, 30),
		segmentUpShare: ratio(up, people),
		segmentDownShare: ratio(down, people),
	};
}
