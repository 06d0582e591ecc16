import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { readOne, type Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { plans } from '../../shared/records/tables/plans';
import { rounds } from '../../shared/records/tables/rounds';
import type { ActivityKind } from '../engine/compliance/plan';
import { readPlan, type ActivityPlan } from '../engine/round/plan';

/** A round as its table holds it. */
export type RoundRow = RowOf<typeof rounds>;

/** The key of a round in its table. */
export const roundKey = (activityId: string): string => `round:${activityId}`;

/**
 * The round that an activity ID means: that of the ID itself, or the latest of the plan with this ID. Without an
 * ID it is the latest that was opened of some kinds.
 *
 * @param kinds of the activity; any, when there are none
 */
export async function findRound(
	records: Records,
	activityId: string,
	kinds: readonly ActivityKind[] = [],
): Promise<RoundRow | undefined> {
	if (activityId !== '') {
		const exact = await readOne(records, rounds, { key: roundKey(activityId) });
		return exact ?? (await latest(records, { planId: activityId }));
	}
	const found = await Promise.all(
		kinds.length === 0
			? [latest(records, {})]
			: kinds.map(async (kind) => await latest(records, { kind })),
	);
	const there = found.filter((round) => round !== undefined);
	return there.sort((one, other) => (other.openedAt ?? 0) - (one.openedAt ?? 0))[0];
}

async function latest(
	records: Records,
	where: { planId?: string; kind?: string },
): Promise<RoundRow | undefined> {
	const [round] = await records.read(rounds, { where, newestFirst: true, limit: 1 });
	return round;
}

/**
 * The same where there has to be one.
 *
 * @throws UserInputError when nothing was opened
 */
export async function requireRound(
	records: Records,
	activityId: string,
	kinds: readonly ActivityKind[] = [],
): Promise<RoundRow> {
	const round = await findRound(records, activityId, kinds);
	if (round) return round;
	throw new UserInputError(
		activityId === ''
			? 'No such activity has been opened yet'
			: `The activity '${activityId}' has not been opened yet`,
		"Open it with 'Activity: Open', or correct 'Activity ID'.",
	);
}

/**
 * The round that staff means by an ID: that of the ID itself, or of the plan with this ID the earliest that is in one
 * of some states, or else the latest.
 *
 * @throws UserInputError when nothing was opened
 */
export async function roundInState(
	records: Records,
	activityId: string,
	states: readonly string[],
): Promise<RoundRow> {
	const exact = await readOne(records, rounds, { key: roundKey(activityId) });
	if (exact) return exact;
	const all = await records.read(rounds, { where: { planId: activityId } });
	const found = all.find(({ status }) => states.includes(status)) ?? all.at(-1);
	return found ?? (await requireRound(records, activityId));
}

/** The name of a plan of which no round was ever opened; undefined where one was, and where there is no such plan. */
export async function unopenedPlan(records: Records, planId: string): Promise<string | undefined> {
	if (await findRound(records, planId)) return undefined;
	return (await readOne(records, plans, { key: planId }))?.name;
}

/** The plan of a round, as it was when it was opened. */
export const planOf = ({ planId, plan, startsAt, endsAt, drawAt }: RoundRow): ActivityPlan =>
	readPlan(planId, { ...plan, startsAt, endsAt, drawAt });

/** A plan, and its row as it is kept with a round. */
export interface StoredPlan {
	plan: ActivityPlan;
	row: IDataObject;
}

/**
 * A plan by its ID.
 *
 * @throws UserInputError when there is none, or it cannot be read
 */
export async function requirePlan(records: Records, planId: string): Promise<StoredPlan> {
	const stored = await readOne(records, plans, { key: planId });
	if (!stored) {
		throw new UserInputError(
			`There is no plan '${planId}'`,
			"Add a row with this key to the table of plans, or correct 'Activity ID'.",
		);
	}
	if (stored.status !== 'ready') {
		throw new UserInputError(
			`The plan '${planId}' is not ready: its 'status' is "${stored.status}"`,
			"Set 'status' to 'ready' when it may be opened.",
		);
	}
	return { plan: readPlan(planId, stored), row: { ...stored } };
}
