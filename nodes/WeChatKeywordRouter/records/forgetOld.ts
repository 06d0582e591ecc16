import { DAY_MS } from '../../shared/calendar/days';
import { integer } from '../../shared/operations/fields';
import type { Records } from '../../shared/records/port';
import { prune } from '../../shared/records/prune';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import { unanswered } from '../../shared/records/tables/unanswered';
import type { Period } from '../engine/audit';

/** A year and a month: the same month of last year can be looked at. */
const KEPT_DAYS = 400;

export const keepDays = integer('Keep Messages (Days)', [90, 3_650], {
	default: KEPT_DAYS,
	description: 'What followers asked longer ago is removed from the tables, a part in each run',
});

/**
 * Removes what followers asked so long ago that nothing looks at it: no period, and no message that is delivered
 * again, which WeChat does within seconds and n8n's own retry within days.
 */
export async function forgetOld(
	records: Records,
	{ from, to }: Period,
	days = KEPT_DAYS,
): Promise<void> {
	const where = { at: { before: Math.min(to - days * DAY_MS, from) } };
	await Promise.all([prune(records, keywordHits, where), prune(records, unanswered, where)]);
}
