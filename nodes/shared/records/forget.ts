import type { IDataObject } from 'n8n-workflow';
import uniq from 'lodash/uniq';
import { countLimits } from './limits';
import { readOne, type Records } from './port';
import type { RowOf, Table } from './table';
import { allTables } from './tables';
import { contactKey, contacts } from './tables/contacts';
import { interactions } from './tables/interactions';
import { traceKey, traces } from './tables/traces';

/** A table that names followers. */
export type TableOfPeople = Table<{ readonly openId: 'text' }>;

const namesPeople = (table: Table): table is TableOfPeople => table.columns.openId === 'text';

/**
 * Tables that name followers. Rows of the personal ones go when a follower leaves; of the others, which have to
 * stay, only the OpenID is emptied.
 */
export const tablesOfPeople: readonly TableOfPeople[] = (allTables as readonly Table[]).filter(
	namesPeople,
);

/** A person of an account. */
export interface Person {
	/** AppID of the account. */
	appId: string;
	openId: string;
}

/** What is left of a person who was deleted; undefined for who never was. */
export async function traceOf(
	records: Records,
	{ appId, openId }: Person,
): Promise<RowOf<typeof traces> | undefined> {
	return await readOne(records, traces, { key: traceKey(appId, openId) });
}

/** How often a person had what is limited, before the last deletion; by name, e.g. `coupon:welcome`. */
export async function limitsOf(records: Records, person: Person): Promise<Record<string, number>> {
	return countsIn((await traceOf(records, person))?.limits);
}

function countsIn(limits: IDataObject = {}): Record<string, number> {
	const entries = Object.entries(limits).map(([name, count]) => [name, Number(count) || 0]);
	return Object.fromEntries(entries) as Record<string, number>;
}

/**
 * Deletes everything that is kept of a person in any table, and leaves a trace without a name. The contact is
 * marked as leaving at first and goes last, so that the next deletion finishes what was broken off; the trace is
 * made before anything goes, so that limits hold whenever the run is killed.
 *
 * @param at when the person left, epoch milliseconds; what happened until then is over
 * @returns the tables that were looked through
 */
export async function forget(records: Records, person: Person, at: number): Promise<Table[]> {
	const { openId } = person;
	const key = contactKey(openId);
	const [tables, contact, trace, leaving] = await Promise.all([
		records.existing(tablesOfPeople),
		readOne(records, contacts, { key }),
		traceOf(records, person),
		records.read(contacts, { where: { isFollower: false } }),
	]);
	const leftAt = contact?.leftAt ?? at;
	if (contact) await records.claim(contacts, { key }, { isFollower: false, leftAt });
	// The trace of this very deletion was made when everything was still there.
	if ((trace?.leftAt ?? -Infinity) < leftAt) {
		await records.put(traces, [
			await newTrace(records, person, { contact, trace, leftAt, tables }),
		]);
	}
	const unfinished = leaving.filter((each) => each.leftAt !== null).map((each) => each.openId);
	const values = uniq([openId, ...unfinished]);
	const others = tables.filter((table) => table.isPersonal && table.name !== contacts.name);
	const staying = tables.filter(({ isPersonal }) => !isPersonal);
	await Promise.all([
		...others.map(
			async (table) => await records.remove(table, { among: { column: 'openId', values } }),
		),
		...staying.flatMap((table) =>
			values.map(async (each) => await records.claim(table, { openId: each }, { openId: '' })),
		),
	]);
	const keys = values.map(contactKey);
	// Who has come back meanwhile stays.
	const among = { column: 'key', values: keys } as const;
	await records.remove(contacts, { among, where: { isFollower: false } });
	return tables;
}

interface Known {
	contact: RowOf<typeof contacts> | undefined;
	trace: RowOf<typeof traces> | undefined;
	leftAt: number;
	tables: readonly Table[];
}

async function newTrace(
	records: Records,
	{ appId, openId }: Person,
	{ contact, trace, leftAt, tables }: Known,
) {
	const [counted, orders] = await Promise.all([
		countLimits(records, openId, tables),
		tables.includes(interactions)
			? records.read(interactions, { where: { openId, kind: 'order' }, limit: 1 })
			: [],
	]);
	const limits = countsIn(trace?.limits);
	for (const [name, count] of Object.entries(counted)) limits[name] = (limits[name] ?? 0) + count;
	return {
		key: traceKey(appId, openId),
		leftAt,
		limits,
		scene: contact?.scene ?? trace?.scene ?? '',
		hasSpoken: trace?.hasSpoken === true || (contact?.lastContactAt ?? null) !== null,
		hasOrdered: trace?.hasOrdered === true || orders.length > 0,
	};
}
