import { dayOf } from '../calendar/days';
import { toEpoch } from '../rows/row';
import type { RowOf } from '../records/table';
import type { activityRows } from '../records/tables/activityRows';

type LedgerRow = RowOf<typeof activityRows>;

/** Kinds of rows that stand for a day of checking in. */
const DAYS: ReadonlySet<string> = new Set(['checkIn', 'makeUp']);

/** Number of the day that a row is for; a missed day that was made up is an earlier one. */
function dayNumber({ at, data }: LedgerRow): number {
	return dayOf(toEpoch(data.day) ?? at ?? 0);
}

/** Days in a row until today, or until yesterday as that can still go on. */
function streakOf(days: ReadonlySet<number>, today: number): number {
	const last = days.has(today) ? today : today - 1;
	let first = last;
	while (days.has(first)) first -= 1;
	return last - first;
}

/**
 * What the ledger of the activities says of a person.
 *
 * @param rows of that person
 * @param now epoch milliseconds
 */
export function ledgerFigures(
	rows: readonly LedgerRow[],
	now: number,
): { points?: number; streak?: number } {
	if (rows.length === 0) return {};
	const days = rows.filter(({ type }) => DAYS.has(type)).map(dayNumber);
	return {
		points: rows.reduce((sum, { points }) => sum + (points ?? 0), 0),
		...(days.length > 0 ? { streak: streakOf(new Set(days), dayOf(now)) } : {}),
	};
}
