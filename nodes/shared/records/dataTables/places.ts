import type { IDataObject } from 'n8n-workflow';
import { BoundedMap } from '../../boundedMap';
import { attempt } from '../attempt';
import { runInline, type Host } from '../inlineRun';
import { RecordsError } from '../recordsError';
import type { Table } from '../table';
import { createTable, listTables } from './steps';

/** A table of n8n: its ID, and the columns it has, which a later version of the package may have more of. */
export interface Place {
	id: string;
	columns: ReadonlySet<string>;
	/** When anything was last written to it, as n8n says; two equal ones mean that nothing was. */
	updatedAt: string;
	/**
	 * Whether nothing was ever written to it: it was made just now, or by a run that was killed before its examples
	 * were in. One that a person has emptied was written to.
	 */
	isUntouched: boolean;
}

/** Tables by the workflow that asks, as its project decides which ones it sees, and by name. */
const known = new BoundedMap<string, Place>(2_000);

const ADVICE =
	"Open 'Data tables' in the n8n project of this workflow. If there is no such tab, ask the owner of this n8n to switch Data tables on, or choose PostgreSQL under 'Keep Records In'.";

const cacheKey = (host: Host, name: string): string => `${host.getWorkflow().id ?? ''} ${name}`;

/** Inside one process n8n hands over a date as it is, and as text a date has no milliseconds. */
const momentText = (value: unknown): string =>
	value instanceof Date ? value.toISOString() : String(value);

function placeOf(found: IDataObject): Place {
	const columns: unknown = found.columns;
	const names = Array.isArray(columns)
		? columns.map((column: unknown) => String((column as IDataObject | null)?.name ?? ''))
		: [];
	const updatedAt = momentText(found.updatedAt);
	return {
		id: String(found.id),
		columns: new Set(names),
		updatedAt,
		isUntouched: updatedAt === momentText(found.createdAt),
	};
}

/** n8n finds tables by a part of their name; only the very name counts. */
async function find(host: Host, name: string): Promise<Place | undefined> {
	const tables = await runInline(host, [listTables(name)]);
	const found = tables.find((table) => table.name === name);
	return found && placeOf(found);
}

async function make(host: Host, table: Table, name: string): Promise<Place> {
	let failure: unknown;
	try {
		await runInline(host, [createTable(name, table)]);
	} catch (error) {
		// Another run may have made it at the same moment; then it is there.
		failure = error;
	}
	const place = await find(host, name);
	if (place) return place;
	const reason = failure instanceof Error ? `: ${failure.message}` : '';
	throw new RecordsError(`The Data table '${name}' could not be made${reason}`, ADVICE);
}

/** Where a table is; it is made on first use. */
export async function placeFor(host: Host, table: Table, name: string): Promise<Place> {
	const key = cacheKey(host, name);
	const before = known.get(key);
	if (before) return before;
	const place = (await find(host, name)) ?? (await make(host, table, name));
	known.set(key, place);
	return place;
}

interface Filling {
	/** Epoch milliseconds. */
	since: number;
	done: Promise<unknown>;
}

const underWay = new BoundedMap<string, Filling>(2_000);

/** A run that takes longer to fill a table was broken off; others do not wait for it. */
const FILLED_WITHIN_MS = 10_000;

/**
 * Fills a table that nothing was written to yet. Of many runs at the same moment one does so, and the others wait: none
 * of them may find it empty.
 */
export async function filled(
	host: Host,
	name: string,
	place: Place,
	fill: () => Promise<unknown>,
): Promise<Place> {
	const key = cacheKey(host, name);
	const before = underWay.get(key);
	const isAtIt = before !== undefined && Date.now() - before.since < FILLED_WITHIN_MS;
	const filling = isAtIt ? before : { since: Date.now(), done: fill() };
	underWay.set(key, filling);
	try {
		await filling.done;
	} finally {
		if (underWay.get(key) === filling) underWay.delete(key);
	}
	const touched = { ...place, isUntouched: false };
	known.set(key, touched);
	return touched;
}

/** When a table was last written to, asked anew; undefined when there is no such table. */
export async function lastWrite(host: Host, name: string): Promise<string | undefined> {
	return (await find(host, name))?.updatedAt;
}

/** The names of all tables that hold a text in it, asked anew. */
export async function namesOfTables(host: Host, text: string): Promise<ReadonlySet<string>> {
	const attempted = await attempt(async () => await runInline(host, [listTables(text)]));
	if ('value' in attempted) return new Set(attempted.value.map(({ name }) => String(name)));
	throw new RecordsError(`The Data tables could not be listed: ${attempted.message}`, ADVICE);
}

/** A table is looked for again: one that was deleted by hand is made anew. */
export function forget(host: Host, name: string): void {
	known.delete(cacheKey(host, name));
}
