import type { Field, Fields } from '../../shared/operations/fields';
import type { Table } from '../../shared/records/table';
import { activityRows } from '../../shared/records/tables/activityRows';
import { rowsOnCanvas } from '../onCanvas/knownRows';

/** What all operations on games have in common: the ledger, and known rows from the canvas where they are there. */
export const onLedger = (tables: readonly Table[] = []) => ({
	tables: [activityRows, ...tables],
	takesItems: true,
	knownRows: rowsOnCanvas,
});

/** *Activity ID* comes before the own fields of an operation; known rows, events and texts after them, then the options. */
export function gameFields(
	{ options, ...own }: Fields,
	{ activityId, ...others }: Fields & { activityId: Field<string> },
): Fields {
	return { activityId, ...own, ...others, ...(options ? { options } : {}) };
}
