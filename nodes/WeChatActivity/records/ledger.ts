import type { IDataObject } from 'n8n-workflow';
import type { Records, Where } from '../../shared/records/port';
import { RecordsError } from '../../shared/records/recordsError';
import type { RowOf } from '../../shared/records/table';
import { activityRows } from '../../shared/records/tables/activityRows';
import { Book } from '../engine/book';
import type { ActivityRow } from '../engine/row';
import type { Step } from '../engine/step';

type LedgerRow = RowOf<typeof activityRows>;

/** What a turn led to. */
export interface Turn<S> {
	step: S;
	/** Keys of rows in the ledger, by the keys that the engines know them by. */
	keys: ReadonlyMap<string, string>;
}

/** How often a person's turn is taken anew when other workers were faster; each time one of them is done. */
const TRIES = 20;

/**
 * Whose turns are taken one after the other: a person's in one activity, or, when `activityId` is empty, in the
 * ledger of points over all activities.
 */
export interface Scope {
	activityId: string;
	openId: string;
}

/** The row as the engines know it: by the event that it tells of. */
export function fromLedger({
	key,
	activityId,
	openId,
	type,
	points,
	at,
	data,
}: LedgerRow): ActivityRow {
	const { event, ...rest } = data;
	return {
		key: typeof event === 'string' ? event : key,
		activityId,
		openId,
		type,
		points: points ?? 0,
		data: rest,
		at: at ?? 0,
	};
}

/** A row of an engine as it stands in the ledger under a key of its own. */
export function toLedger(row: ActivityRow, key = row.key): LedgerRow {
	// What engines keep in a row is plain data.
	const data = row.data as IDataObject;
	return { ...row, key, data: key === row.key ? data : { ...data, event: row.key } };
}

/** The rows that match, as the engines know them. */
export async function readBook(records: Records, where: Where<typeof activityRows>): Promise<Book> {
	const rows = await records.read(activityRows, { where });
	return new Book(rows.map(fromLedger));
}

const turnPrefix = ({ activityId, openId }: Scope): string => `${activityId}|${openId}|#`;

/** The number of the next turn: one more than the highest that there is. */
function nextTurn(rows: readonly LedgerRow[], prefix: string): number {
	const numbers = rows
		.filter(({ key }) => key.startsWith(prefix))
		.map(({ key }) => Number(key.slice(prefix.length)))
		.filter(Number.isInteger);
	return numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1;
}

const keysOf = (rows: readonly LedgerRow[]): Map<string, string> =>
	new Map(rows.map((row) => [fromLedger(row).key, row.key]));

/**
 * Takes a person's turn: reads what is known, lets the engine decide, and adds its rows. The key of a row is the
 * number of the turn, so that of several workers that decide at the same moment one adds its row; the others
 * decide anew, with that row. So each row is decided with all rows before it, and none counts twice. A run that
 * is killed has added its row or has not.
 *
 * @param decide asks an engine; it gives no rows for an event that is known
 * @returns what was decided last
 */
export async function takeTurn<S extends Pick<Step, 'rows'>>(
	records: Records,
	scope: Scope,
	decide: (book: Book) => S,
): Promise<Turn<S>> {
	const { activityId, openId } = scope;
	const where = activityId === '' ? { openId } : { activityId, openId };
	const prefix = turnPrefix(scope);
	for (let tries = 0; tries < TRIES; tries++) {
		const known = await records.read(activityRows, { where });
		const step = decide(new Book(known.map(fromLedger)));
		const keys = keysOf(known);
		if (step.rows.length === 0) return { step, keys };
		const turn = nextTurn(known, prefix);
		const rows = step.rows.map((row, index) => toLedger(row, `${prefix}${turn + index}`));
		const added = await records.add(activityRows, rows);
		if (added.every(({ isNew }) => isNew)) return { step, keys: keysOf([...known, ...rows]) };
	}
	throw new RecordsError(
		'Too many messages of one person came at the same moment',
		'Run it again: what was written down counts once.',
	);
}

/** What is known on the canvas, by run: its rows are all there, and thousands of items may ask for them. */
const booksOnCanvas = new WeakMap<Records, Promise<Book>>();

/** The same where the rows are items on the canvas, which keeps them by the keys of the engines. */
export async function takeTurnOnCanvas<S extends Pick<Step, 'rows'>>(
	records: Records,
	_scope: Scope,
	decide: (book: Book) => S,
): Promise<Turn<S>> {
	const asked = booksOnCanvas.get(records) ?? readBook(records, {});
	booksOnCanvas.set(records, asked);
	const book = await asked;
	const step = decide(book);
	for (const row of step.rows) book.add(row);
	await records.add(
		activityRows,
		step.rows.map((row) => toLedger(row)),
	);
	return { step, keys: new Map() };
}
