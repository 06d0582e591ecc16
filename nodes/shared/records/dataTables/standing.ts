import groupBy from 'lodash/groupBy';
import minBy from 'lodash/minBy';
import type { IDataObject } from 'n8n-workflow';

/*
 * A Data table has no unique key. Two rows with one key stand there for a moment while two runs add it, and for
 * longer when one of them was killed. The one with the lowest ID is the row of the key; nothing changes that.
 */

/** Rows of a Data table as n8n gives them: those that count, and what runs have left beside them. */
export interface Standing {
	/** One row for each key, and all that have none, in the order in which they came. */
	rows: IDataObject[];
	/** Rows that runs have written and whose key is another one's. What a person has typed alone is not among them. */
	leftovers: IDataObject[];
}

const keyOf = ({ key }: IDataObject): string => String(key ?? '');

const idOf = ({ id }: IDataObject): number => Number(id);

/** Only what a run has added or claimed bears a token. */
const isOfRun = ({ token }: IDataObject): boolean => typeof token === 'string' && token !== '';

/** Tells the rows that stand for their keys from the others. */
export function standingOf(found: readonly IDataObject[]): Standing {
	const first = new Set(Object.values(groupBy(found, keyOf)).map((rows) => minBy(rows, idOf)));
	const counts = (row: IDataObject) => keyOf(row) === '' || first.has(row);
	return {
		rows: found.filter(counts),
		leftovers: found.filter((row) => !counts(row) && isOfRun(row)),
	};
}
