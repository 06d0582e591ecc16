import type { NewRow, RowOf, Table, ValuesOf } from './table';

/** What a value is held against: equal to it, or another than it, or in a span. Texts and times compare too. */
export type Test<Value> =
	| Value
	| {
			readonly not?: Value;
			/** This or more. */
			readonly from?: Value;
			/** Less than this. */
			readonly before?: Value;
	  };

type Comparable = boolean | number | string | null;

/** Conditions by column; all of them have to hold. */
export type Where<T extends Table> = {
	readonly [Name in keyof RowOf<T>]?: RowOf<T>[Name] extends Comparable
		? Test<NonNullable<RowOf<T>[Name]>>
		: never;
};

/** Which rows, and how many. */
export interface Query<T extends Table> {
	readonly where?: Where<T>;
	/** Rows whose column holds one of some texts. An empty list finds nothing. */
	readonly among?: { readonly column: keyof RowOf<T> & string; readonly values: readonly string[] };
	/** Gives the rows that came last first. Otherwise they come in the order in which they were written. */
	readonly newestFirst?: boolean;
	/** Most rows given; all when it is absent. */
	readonly limit?: number;
}

/** What became of a row that was to be added. */
export interface Added<T extends Table> {
	/** The row that stands under the key now. */
	row: RowOf<T>;
	/** Whether it is the one given, and not one that stood there before. */
	isNew: boolean;
}

/** What tells whether rows that were read before are still those of a store, at the cost of one short question. */
export interface Versions {
	/** The same for the same store of the same account, as the process sees it. */
	readonly scope: string;
	/** A text that is another one once a table was written to, by whomever. */
	of(table: Table): Promise<string>;
}

/** How rows of several keys are claimed together. */
export interface Together<T extends Table> {
	/** The keys of all rows that may match the conditions. */
	readonly keys: readonly string[];
	/** Rows that are changed first, by their keys; in a Data table this costs no run of its own. */
	readonly before?: { readonly keys: readonly string[]; readonly changes: Partial<ValuesOf<T>> };
}

/**
 * Where nodes keep records. A row is identified by its key; whatever an adapter does, one row a key is given.
 * Texts of strangers may stand in any value, never in the name of anything.
 *
 * Every method throws a RecordsError, with what to do, when the store cannot be reached or used.
 */
export interface Records {
	/** Rows that match. */
	read<T extends Table>(table: T, query?: Query<T>): Promise<Array<RowOf<T>>>;

	/** Writes rows: a new key becomes a row, a known one gets the columns that are given. The last writer wins. */
	put<T extends Table>(table: T, rows: ReadonlyArray<NewRow<T>>): Promise<void>;

	/**
	 * Adds rows, each once by key. The first writer wins, also when several workers add at the same moment.
	 *
	 * @returns one answer for each row given, in their order
	 */
	add<T extends Table>(table: T, rows: ReadonlyArray<NewRow<T>>): Promise<Array<Added<T>>>;

	/**
	 * Changes the rows that match, and gives those that this very call has changed: of several workers that
	 * claim a row at the same moment, one gets it. The conditions have to exclude a row that is changed.
	 *
	 * @param together where the conditions name no key, but the keys of the rows are known
	 */
	claim<T extends Table>(
		table: T,
		where: Where<T>,
		changes: Partial<ValuesOf<T>>,
		together?: Together<T>,
	): Promise<Array<RowOf<T>>>;

	/** Removes the rows that match. */
	remove<T extends Table>(table: T, query: Pick<Query<T>, 'among' | 'where'>): Promise<void>;

	/** For rows that are kept between runs; absent where nothing outlives a run. */
	readonly versions?: Versions;

	/** Those of some tables that are there, in their order. None is made by asking. */
	existing<T extends Table>(tables: readonly T[]): Promise<T[]>;
}

/** The first row that matches; undefined when there is none. */
export async function readOne<T extends Table>(
	records: Records,
	table: T,
	where: Where<T>,
): Promise<RowOf<T> | undefined> {
	const [row] = await records.read(table, { where, limit: 1 });
	return row;
}
