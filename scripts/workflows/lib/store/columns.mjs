import { TABLES } from '../../tables.mjs';

/** What a table consists of. @throws when there is none of that name */
export function columnsOf(table) {
	const found = TABLES[table];
	if (!found) throw new Error(`There is no table ${table}`);
	return found;
}

/** @throws when a table lacks one of the columns */
export function checkColumns(table, names) {
	const { columns } = columnsOf(table);
	for (const name of names) {
		if (!(name in columns)) throw new Error(`${table} has no column ${name}`);
	}
}
