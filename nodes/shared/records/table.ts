import type { IDataObject } from 'n8n-workflow';

/*
 * What a table is made of. A definition stands in a file of its own under `tables/`; the type of its rows
 * follows from the columns. Every table has, besides its own columns, `key` (what identifies a row), `token`
 * (who wrote the row last: the proof of a claim) and `more` (values of columns that a table made by an older
 * version does not have).
 */

/** `time` is a moment: epoch milliseconds in code, text with +08:00 in the table, so that people can read it. */
export type ColumnKind = 'flag' | 'json' | 'number' | 'text' | 'time';

/** Columns by name. */
export type Columns = Readonly<Record<string, ColumnKind>>;

/** What a column holds in code. An empty cell is '', false, null or {}. */
interface ValueOfKind {
	flag: boolean;
	json: IDataObject;
	number: number | null;
	text: string;
	time: number | null;
}

/** The values of a row by columns. */
type Values<C extends Columns> = { -readonly [Name in keyof C]: ValueOfKind[C[Name]] };

/** A table that nodes keep records in. */
export interface Table<C extends Columns = Columns> {
	/** Last part of its name in the store: letters and underscores, e.g. `keyword_hits`. */
	readonly name: string;
	/** What a row stands for, in one sentence that a person reads below *Keep Records In*. */
	readonly holds: string;
	readonly columns: C;
	/** Whether its rows belong to one follower, by the column `openId`: they go when the follower leaves. */
	readonly isPersonal: boolean;
	/** Columns that reads ask for, for stores with indexes; `key` always has one. */
	readonly indexes: ReadonlyArray<readonly string[]>;
	/** The column that tells when a row was made: filled in by the store itself, null where it does not know. */
	readonly createdIn?: string;
	/** Rows a new table begins with, where it holds content that a person will edit. */
	readonly examples: ReadonlyArray<{ readonly key: string }>;
}

/** The values of a row without its key. */
export type ValuesOf<T extends Table> = Values<T['columns']>;

/** A row as it stands in a table. */
export type RowOf<T extends Table> = ValuesOf<T> & { key: string };

/** A row to be written: columns left out stay empty, or as they are. */
export type NewRow<T extends Table> = Partial<ValuesOf<T>> & { key: string };

/** Names of columns that every table has. */
export const TECHNICAL_COLUMNS = ['key', 'token', 'more'] as const;

const NAME = /^[a-z]+(?:_[a-z]+)*$/;

/**
 * Defines a table.
 *
 * @throws Error when its name could not stand in every store, or a column has the name of a technical one
 */
export function defineTable<const C extends Columns>({
	isPersonal = false,
	indexes = [],
	examples = [],
	...definition
}: Pick<Table<C>, 'columns' | 'holds' | 'name'> & {
	isPersonal?: boolean;
	indexes?: ReadonlyArray<ReadonlyArray<keyof C & string>>;
	createdIn?: keyof C & string;
	examples?: ReadonlyArray<Partial<Values<C>> & { key: string }>;
}): Table<C> {
	const { name, columns } = definition;
	if (!NAME.test(name)) throw new Error(`'${name}' cannot be the name of a table`);
	const taken = TECHNICAL_COLUMNS.find((column) => column in columns);
	if (taken !== undefined) throw new Error(`Every table has the column '${taken}'`);
	if (definition.createdIn !== undefined && columns[definition.createdIn] !== 'time') {
		throw new Error(`'${definition.createdIn}' of '${name}' has to be a time`);
	}
	if (isPersonal && columns.openId !== 'text') {
		throw new Error(`The personal table '${name}' needs a column 'openId'`);
	}
	return { ...definition, isPersonal, indexes, examples };
}
