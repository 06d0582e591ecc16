import type { IDataObject } from 'n8n-workflow';
import { clockText } from '../engine/day';
import type { RoundRow } from '../records/rounds';

/** A moment as items carry it; '' when there is none. */
export const isoOf = (epoch: number | null): string =>
	epoch === null ? '' : new Date(epoch).toISOString();

/** A moment as people read it; '' when there is none. */
export const clockOf = (epoch: number | null): string => (epoch === null ? '' : clockText(epoch));

/** What items say of a round of a planned activity. */
export const roundJson = (round: RoundRow, status: string): IDataObject => ({
	activityId: round.activityId,
	planId: round.planId,
	kind: round.kind,
	name: round.name,
	status,
	startsAt: isoOf(round.startsAt),
	endsAt: isoOf(round.endsAt),
	drawAt: isoOf(round.drawAt),
});
