import { UserInputError } from '../../shared/inputError';
import { isRecord, valueOfJson } from '../../shared/json';
import { RowReader, type Row } from '../../shared/rows/row';

/** What a row tells; a replay reads only the types of its own game. */
export type RowType =
	| 'checkIn'
	| 'closing'
	| 'commitment'
	| 'entry'
	| 'makeUp'
	| 'picture'
	| 'points'
	| 'proof'
	| 'quiz'
	| 'reserve'
	| 'reversal'
	| 'review'
	| 'score'
	| 'seed'
	| 'spend'
	| 'submission'
	| 'vote'
	| 'win';

export type RowData = Record<string, unknown>;

/** Something that happened in an activity. It is written once and never changed. */
export interface ActivityRow {
	/** Made from the event, so that a repeated event makes the same row. */
	key: string;
	activityId: string;
	/** Whom it belongs to; empty for rows of the activity itself. */
	openId: string;
	/** One of `RowType`, or a type of the operator's own. */
	type: string;
	/** What it adds to the balance of the person. */
	points: number;
	data: RowData;
	/** Epoch milliseconds. */
	at: number;
}

/** The columns of a row in a table. */
export interface StoredRow {
	key: string;
	activityId: string;
	openId: string;
	type: string;
	points: number;
	/** JSON. */
	data: string;
	/** ISO 8601. */
	at: string;
}

/** A row with the columns of the table. */
export function toStored(row: ActivityRow): StoredRow {
	const { key, activityId, openId, type, points, data, at } = row;
	return {
		key,
		activityId,
		openId,
		type,
		points,
		data: JSON.stringify(data),
		at: new Date(at).toISOString(),
	};
}

function readData(reader: RowReader): RowData {
	const { data } = reader.row;
	if (data === undefined || data === null || data === '') return {};
	const value = typeof data === 'string' ? valueOfJson(data) : data;
	if (!isRecord(value)) {
		throw reader.error('data', 'is not a JSON object', 'Leave the column as the node wrote it.');
	}
	return value;
}

/**
 * Reads the rows of a table.
 *
 * @throws UserInputError naming the row and the column that cannot be read
 */
export function readRows(rows: Row[]): ActivityRow[] {
	return rows.map((row, position) => {
		const reader = new RowReader(row, `Row ${position + 1}`);
		return {
			key: reader.text('key'),
			activityId: reader.text('activityId'),
			openId: reader.text('openId', ''),
			type: reader.text('type'),
			points: reader.number('points', { fallback: 0 }),
			data: readData(reader),
			at: reader.time('at'),
		};
	});
}

/** A text in the data of a row. */
export function dataText(row: ActivityRow, name: string): string {
	const value = row.data[name];
	return typeof value === 'string' ? value : '';
}

/** A number in the data of a row. */
export function dataNumber(row: ActivityRow, name: string): number {
	const value = row.data[name];
	return typeof value === 'number' ? value : 0;
}

/** An error about a row that names something which is no longer there. */
export function staleRowError(row: ActivityRow, problem: string, advice: string): UserInputError {
	return new UserInputError(`[Row '${row.key}'] 'data' ${problem}`, advice);
}
