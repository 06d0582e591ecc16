import { kindOf, toCell, type Cell, type Cells } from './columns';
import type { Query, Where } from './port';
import type { Table } from './table';

/** How a cell is held against a value. */
export type Comparison = 'eq' | 'gte' | 'lt' | 'neq';

/** One condition, as stores know it. */
export interface Condition {
	column: string;
	comparison: Comparison;
	value: Cell;
}

const COMPARISONS: ReadonlyArray<readonly [name: string, comparison: Comparison]> = [
	['not', 'neq'],
	['from', 'gte'],
	['before', 'lt'],
];

/** The conditions that a `where` stands for; all have to hold. */
export function conditionsOf<T extends Table>(table: T, where: Where<T> = {}): Condition[] {
	return Object.entries(where).flatMap(([column, test]: [string, unknown]): Condition[] => {
		const kind = kindOf(table, column);
		if (test === undefined) return [];
		if (typeof test !== 'object' || test === null) {
			return [{ column, comparison: 'eq', value: toCell(kind, test) }];
		}
		const bounds: Record<string, unknown> = { ...test };
		return COMPARISONS.filter(([name]) => bounds[name] !== undefined).map(([name, comparison]) => ({
			column,
			comparison,
			value: toCell(kind, bounds[name]),
		}));
	});
}

/** An empty cell counts as '' or false, so that it equals what code sees of it. */
const orEmpty = (cell: Cell | undefined, like: Cell): Cell =>
	cell ?? (typeof like === 'string' ? '' : typeof like === 'boolean' ? false : null);

function holds(cells: Cells, { column, comparison, value }: Condition): boolean {
	const cell = orEmpty(cells[column], value);
	if (comparison === 'eq') return cell === value;
	if (comparison === 'neq') return cell !== value;
	if (cell === null || value === null || cell === '') return false;
	return comparison === 'gte' ? cell >= value : cell < value;
}

/** Whether a row of a store is one of those that a query asks for. */
export function matches<T extends Table>(
	table: T,
	cells: Cells,
	{ where, among }: Pick<Query<T>, 'among' | 'where'>,
): boolean {
	if (among && !among.values.includes(String(cells[among.column] ?? ''))) return false;
	return conditionsOf(table, where).every((condition) => holds(cells, condition));
}
