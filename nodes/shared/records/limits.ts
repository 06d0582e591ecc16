import type { Records } from './port';
import type { RowOf, Table } from './table';
import { activityRows } from './tables/activityRows';
import { groupMembers } from './tables/groupMembers';
import { interactions } from './tables/interactions';

/*
 * Who unfollows is deleted, and may follow again a minute later. What may be had once, or a few times, has to be
 * known then: how often, and nothing else.
 */

/** Rows of a personal table of which a limit has to be known when they are gone. */
interface Limited {
	table: Table;
	/** Counts rows by the name of the limit, e.g. `coupon:welcome`. */
	count(records: Records, openId: string): Promise<Record<string, number>>;
}

/** @param nameOf gives the name of the limit that a row counts for; undefined when it counts for none */
function limited<T extends Table>(
	table: T,
	read: (records: Records, openId: string) => Promise<Array<RowOf<T>>>,
	nameOf: (row: RowOf<T>) => string | undefined,
): Limited {
	return {
		table,
		count: async (records, openId) => {
			const names = (await read(records, openId)).map(nameOf);
			const counts: Record<string, number> = {};
			for (const name of names) if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
			return counts;
		},
	};
}

/** Interactions of one's own by which somebody had something that is limited. */
const LIMITED_KINDS: ReadonlySet<string> = new Set(['coupon', 'groupJoin', 'lotteryWin', 'prize']);

const LIMITED: readonly Limited[] = [
	limited(
		groupMembers,
		async (records, openId) => await records.read(groupMembers, { where: { openId } }),
		({ groupKey }) => `group:${groupKey}`,
	),
	limited(
		activityRows,
		async (records, openId) => await records.read(activityRows, { where: { openId } }),
		({ activityId, type }) => `activity:${activityId}:${type}`,
	),
	limited(
		interactions,
		async (records, openId) => await records.read(interactions, { where: { openId } }),
		({ kind, eventKey }) => (LIMITED_KINDS.has(kind) ? `${kind}:${eventKey}` : undefined),
	),
];

/**
 * What a person has had of everything that is limited, from the rows that are there.
 *
 * @param tables those that exist
 */
export async function countLimits(
	records: Records,
	openId: string,
	tables: readonly Table[],
): Promise<Record<string, number>> {
	const known = LIMITED.filter(({ table }) => tables.includes(table));
	const counts = await Promise.all(known.map(async ({ count }) => await count(records, openId)));
	return Object.assign({}, ...counts) as Record<string, number>;
}
