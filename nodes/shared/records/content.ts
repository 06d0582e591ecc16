import { BoundedMap } from '../boundedMap';
import type { Records } from './port';
import type { RowOf, Table } from './table';

/** So long rows are used before the store is asked whether they changed: an edit shows within it. */
export const CHECKED_FOR_MS = 5_000;

/** Accounts and workflows whose content a process keeps at most; the one used longest ago goes. */
const MOST_KEPT = 64;

/** A run that takes longer to read was broken off; others do not wait for it. */
const READ_WITHIN_MS = 10_000;

interface Kept<Made> {
	version: string;
	/** Epoch milliseconds. */
	checkedAt: number;
	made: Made;
}

interface UnderWay<Made> {
	/** Epoch milliseconds. */
	since: number;
	kept: Promise<Kept<Made>>;
}

/** A clock that was set back makes nothing last longer. */
const isWithin = (since: number, span: number): boolean => {
	const age = Date.now() - since;
	return age >= 0 && age < span;
};

/**
 * What is made of the rows of a table that people edit now and then and that every message needs, e.g. a keyword
 * library made ready for searching. It is kept between runs, in one process, apart for each store, account and
 * workflow. Every few seconds the store is asked whether the table was written to; only then it is read again, so
 * that a message costs the same whatever the size of the table.
 */
export class Content<T extends Table, Made> {
	private readonly kept = new BoundedMap<string, Kept<Made>>(MOST_KEPT);
	private readonly underWay = new BoundedMap<string, UnderWay<Made>>(MOST_KEPT);

	constructor(
		private readonly table: T,
		/** Gets the rows in the order in which they stand in the table. */
		private readonly make: (rows: ReadonlyArray<RowOf<T>>) => Made,
	) {}

	/** What is made of the rows as they were in the store a few seconds ago at most. */
	async of(records: Records): Promise<Made> {
		const { versions } = records;
		if (!versions) return this.make(await records.read(this.table));
		const { scope } = versions;
		const kept = this.kept.get(scope);
		if (kept && isWithin(kept.checkedAt, CHECKED_FOR_MS)) return kept.made;
		// Of many messages at the same moment one asks, and the others wait for what it learns.
		const asking = this.underWay.get(scope);
		if (asking && isWithin(asking.since, READ_WITHIN_MS)) return (await asking.kept).made;
		const since = Date.now();
		const checked = this.checked(records, versions, kept, since);
		this.underWay.set(scope, { since, kept: checked });
		try {
			const current = await checked;
			this.kept.set(scope, current);
			return current.made;
		} finally {
			this.underWay.delete(scope);
		}
	}

	/** The version is asked for before the rows: what is written in between shows at the next check. */
	private async checked(
		records: Records,
		versions: NonNullable<Records['versions']>,
		kept: Kept<Made> | undefined,
		checkedAt: number,
	): Promise<Kept<Made>> {
		const version = await versions.of(this.table);
		if (kept?.version === version) return { ...kept, checkedAt };
		return { version, checkedAt, made: this.make(await records.read(this.table)) };
	}
}
