import type { Records } from '../../shared/records/port';
import type { NewRow } from '../../shared/records/table';
import { cases } from '../../shared/records/tables/cases';
import type { Standing } from '../check/sweep';
import { caseName } from '../../shared/sla/caseKeys';
import type { CaseRow } from './opening';

/** What the table calls the ends of a clock. */
const ENDS: Readonly<Record<string, string>> = { answered: 'reply', cancelled: 'left' };

/**
 * Brings the rows of cases into step with what has happened: a case that was answered is closed, and deadlines
 * that have moved are written.
 *
 * @param rows of open cases
 */
export async function keepInStep(
	records: Records,
	rows: readonly CaseRow[],
	{ running, ended }: Standing,
): Promise<void> {
	const moved: Array<NewRow<typeof cases>> = [];
	for (const { key, openedBy, openedAt, dueAt } of rows) {
		const name = caseName(key);
		const end = ended.get(name);
		if (end && end.at >= (openedAt ?? 0)) {
			const closedBy = ENDS[end.by] ?? end.by;
			const changes = { state: 'closed', closedAt: end.at, closedBy };
			await records.claim(cases, { key, state: 'open', openedBy }, changes);
			continue;
		}
		const due = running.get(name)?.[0]?.verdict.dueAt;
		if (due !== undefined && due !== dueAt) moved.push({ key, dueAt: due });
	}
	if (moved.length > 0) await records.put(cases, moved);
}
