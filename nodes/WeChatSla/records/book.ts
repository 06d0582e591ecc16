import type { Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { slaPolicies } from '../../shared/records/tables/slaPolicies';
import { replyEventOf } from '../../shared/sla/eventRows';
import { defaultTierIn, policiesOf } from '../../shared/sla/policyTable';
import type { SlaSettings } from '../../shared/sla/slaSettings';
import type { CaseEvent } from '../../shared/sla/types';
import { settingsOf, type Given } from '../fields/settings';

/** A row of the table of events. */
export type EventRow = RowOf<typeof caseEvents>;

/**
 * What the fields of the node and the table of policies say. A default tier without a policy gives way to the
 * last one of the table, and an empty table to the policies it begins with, so that no case is without a deadline.
 *
 * @param now epoch milliseconds
 * @throws UserInputError naming the field, or the policy and its column
 */
export async function recordedSettings(
	records: Records,
	given: Given,
	now: number,
): Promise<SlaSettings> {
	const policies = policiesOf(await records.read(slaPolicies));
	const settings = settingsOf(given, policies, now);
	return { ...settings, defaultTier: defaultTierIn(policies, settings.defaultTier) };
}

/** The events of rows that mean something for reply times. */
export const eventsOf = (rows: readonly EventRow[], { policies }: SlaSettings): CaseEvent[] =>
	rows.flatMap((row) => replyEventOf(row, policies) ?? []);

/** Events since a moment. */
export async function eventsSince(records: Records, from: number): Promise<EventRow[]> {
	return await records.read(caseEvents, { where: { at: { from } } });
}
