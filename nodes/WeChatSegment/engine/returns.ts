import { DAY_MS } from '../../shared/calendar/days';
import { measureLift, type Group } from '../../shared/segment/lift';

export type GroupName = 'holdOut' | 'treated';

/** Somebody on whom a campaign has decided. */
export interface Member {
	group: GroupName;
	/** Epoch milliseconds of the decision. */
	at: number;
}

/** The groups of a campaign. */
export type Counts = Record<GroupName, Group> & {
	/** People whose days to come back are not over. */
	waiting: number;
};

/** Four decimals are enough for a share. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * Sizes of the groups and how many came back, of those whose days are over.
 *
 * @param activities epoch milliseconds of what each did, by OpenID
 * @param days in which a return counts
 */
export function countGroups(
	members: ReadonlyMap<string, Member>,
	activities: ReadonlyMap<string, readonly number[]>,
	days: number,
	now: number,
): Counts {
	const counts: Counts = {
		treated: { size: 0, returned: 0 },
		holdOut: { size: 0, returned: 0 },
		waiting: 0,
	};
	for (const [openId, { group, at }] of members) {
		const until = at + days * DAY_MS;
		if (until > now) {
			counts.waiting += 1;
			continue;
		}
		counts[group].size += 1;
		const own = activities.get(openId) ?? [];
		if (own.some((time) => time > at && time <= until)) counts[group].returned += 1;
	}
	return counts;
}

/** Null where nobody is in the group. */
const shareOf = ({ size, returned }: Group): number | null =>
	size === 0 ? null : rounded(returned / size);

const NOTHING_TO_COMPARE = {
	difference: null,
	differenceLow: null,
	differenceHigh: null,
	lift: null,
	pValue: null,
	significant: false,
	test: null,
};

/** The comparison as columns; all null while one of the groups is empty. */
function comparisonOf(treated: Group, holdOut: Group) {
	if (treated.size === 0 || holdOut.size === 0) return NOTHING_TO_COMPARE;
	const result = measureLift(treated, holdOut);
	return {
		difference: rounded(result.difference),
		differenceLow: rounded(result.low),
		differenceHigh: rounded(result.high),
		lift: result.lift === null ? null : rounded(result.lift),
		pValue: rounded(result.pValue),
		significant: result.pValue < 0.05,
		test: result.test,
	};
}

/** The row of a campaign, without its name and time. */
export const liftColumns = ({ treated, holdOut, waiting }: Counts) => ({
	treated: treated.size,
	treatedReturned: treated.returned,
	treatedShare: shareOf(treated),
	holdOut: holdOut.size,
	holdOutReturned: holdOut.returned,
	holdOutShare: shareOf(holdOut),
	...comparisonOf(treated, holdOut),
	waiting,
});
