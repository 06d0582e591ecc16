import type { Data } from '../../shared/contact/data';
import { kindOf } from '../../shared/records/columns';
import type { RowOf, Table } from '../../shared/records/table';
import { shownTime } from '../../shared/contact/contactJson';

/** A row as people can read it: times as text. */
export function exportedRow<T extends Table>(table: T, row: RowOf<T>): Data {
	const cells = Object.entries(row).map(([column, value]: [string, unknown]) => [
		column,
		kindOf(table, column) === 'time' ? shownTime(typeof value === 'number' ? value : null) : value,
	]);
	return Object.fromEntries(cells) as Data;
}
