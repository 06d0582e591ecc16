import { floatAt } from './typedArrays';
import { probabilityAlive, fitBgNbd, type Purchases } from './bgNbd';
import type { Contacts } from './contacts';
import { DAY_MS } from '../../shared/calendar/days';
import { countBelow } from './numbers';
import { silenceLimits, type SilenceRules } from './segments';

export interface ChurnRules extends SilenceRules {
	/** Epoch milliseconds. */
	now: number;
	/** `rank`: place among all by R and F, and the person's own rhythm; `bgNbd`: a fitted model. */
	model: 'rank' | 'bgNbd';
}

/** Followers whose histories the model is fitted to; more of them change the parameters little. */
const SAMPLE = 20_000;
const WEEK_MS = 7 * DAY_MS;

/** Share of a sorted list that lies below a value; ties count half. */
function rankOf(sorted: Float64Array, value: number): number {
	const below = countBelow(sorted, value);
	const above = sorted.length - countBelow(sorted, value + Number.EPSILON * Math.max(1, value));
	return (below + (sorted.length - above)) / (2 * sorted.length);
}

/**
 * Risk by rank: how late somebody is and how rarely they come, beside all others, and how much of the
 * time has passed after which they would count as lost by their own rhythm. Half of each.
 */
function rankRisks(contacts: Contacts, rules: SilenceRules): Float64Array {
	const days = contacts.recencyDays.slice().sort();
	const visits = contacts.frequency.slice().sort();
	return contacts.recencyDays.map((recency, index) => {
		const late = rankOf(days, recency);
		const rare = 1 - rankOf(visits, floatAt(contacts.frequency, index));
		const { lost } = silenceLimits(floatAt(contacts.gapDays, index), rules);
		return (late + rare) / 4 + Math.min(1, recency / lost) / 2;
	});
}

/** History of a follower as the model takes it, in weeks: returns, time of the last one, age. */
function purchasesOf(contacts: Contacts, index: number, now: number): Purchases {
	const firstAt = floatAt(contacts.firstAt, index);
	const returns = floatAt(contacts.activeDays, index) - 1;
	return {
		returns,
		lastAt: returns > 0 ? (floatAt(contacts.lastAt, index) - firstAt) / WEEK_MS : 0,
		age: (now - firstAt) / WEEK_MS,
	};
}

function modelRisks(contacts: Contacts, now: number): Float64Array | undefined {
	const known = [...contacts.openIds.keys()].filter(
		(index) => floatAt(contacts.activeDays, index) > 0,
	);
	const step = Math.max(1, Math.floor(known.length / SAMPLE));
	const sample = known.filter((_, place) => place % step === 0);
	const fit = fitBgNbd(sample.map((index) => purchasesOf(contacts, index, now)));
	if (!fit) return undefined;
	return contacts.recencyDays.map((_, index) =>
		floatAt(contacts.activeDays, index) > 0
			? 1 - probabilityAlive(purchasesOf(contacts, index, now), fit)
			: Number.NaN,
	);
}

/**
 * Risk from 0 to 1 that a follower does not come back; 1 for those who left. Where the model cannot be
 * fitted (nobody ever returned) or knows nothing of a person, the rank stands in.
 */
export function churnRisks(contacts: Contacts, rules: ChurnRules): Float64Array {
	const ranks = rankRisks(contacts, rules);
	const modelled = rules.model === 'bgNbd' ? modelRisks(contacts, rules.now) : undefined;
	return ranks.map((rank, index) => {
		if (contacts.isFollower[index] === 0) return 1;
		const risk = modelled?.[index] ?? Number.NaN;
		return Math.round((Number.isNaN(risk) ? rank : risk) * 100) / 100;
	});
}
