import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import { attempt } from '../attempt';
import type { Cells } from '../columns';
import type { Condition } from '../conditions';
import { runInline, type Host, type InlineStep } from '../inlineRun';
import { RecordsError } from '../recordsError';
import type { Table } from '../table';
import { filled, forget, placeFor, type Place } from './places';
import { standingOf } from './standing';
import { deleteRows, getRows } from './steps';

/** Values that one query is asked for at once; SQLite takes no more than a thousand conditions. */
export const AMONG_SIZE = 200;

/** n8n gives up reading when rows are written meanwhile, and when a table is gone. */
const TRIES = 4;
const IS_GONE = /not found|does not exist|could not find/i;
const WAS_DISTURBED = /changed during pagination/;

/** Conditions of which any may hold. */
export const anyOf = (column: string, values: ReadonlyArray<number | string>): Condition[] =>
	values.map((value): Condition => ({ column, comparison: 'eq', value }));

/** Runs of n8n's node *Data Table* on the tables of an account, by their places. */
export class TableRuns {
	constructor(
		private readonly host: Host,
		/** What the names of the tables of this account begin with. */
		private readonly prefix: string,
		/** Writes the examples of a table that was just made; absent while this is done. */
		private readonly fill?: (table: Table) => Promise<unknown>,
	) {}

	nameOf({ name }: Table): string {
		return `${this.prefix}_${name}`;
	}

	/** Where the table is; it is made, and filled with its examples, when it is not there. */
	async place(table: Table): Promise<Place> {
		const { fill } = this;
		const name = this.nameOf(table);
		const place = await placeFor(this.host, table, name);
		if (!place.isUntouched || table.examples.length === 0 || !fill) return place;
		return await filled(this.host, name, place, async () => await fill(table));
	}

	/** Runs steps on a table; once more where n8n could not, as it does not wait for others. */
	async run(
		table: Table,
		steps: (place: Place) => InlineStep | InlineStep[],
		cells?: readonly Cells[],
		most = TRIES,
	): Promise<IDataObject[]> {
		for (let tries = 1; ; tries++) {
			const attempted = await attempt(async () => {
				const inRow = [steps(await this.place(table))].flat();
				return await runInline(this.host, inRow, cells);
			});
			if ('value' in attempted) return attempted.value.filter(({ id }) => id !== undefined);
			const { message } = attempted;
			const isGone = IS_GONE.test(message);
			if (isGone) forget(this.host, this.nameOf(table));
			if (tries < most && (isGone || WAS_DISTURBED.test(message))) continue;
			throw new RecordsError(
				`The Data table '${this.nameOf(table)}' could not be used: ${message}`,
				"Open 'Data tables' in n8n and look whether it is there and its columns are as they were made. A table that was deleted or renamed is made anew.",
			);
		}
	}

	/** All rows whose column holds one of some values, whatever stands beside what. */
	async among(table: Table, column: string, values: readonly string[]): Promise<IDataObject[]> {
		const lists = await Promise.all(
			chunk(values, AMONG_SIZE).map(async (part) => {
				const any = anyOf(column, part);
				return await this.run(table, ({ id }) => getRows(id, any, { matchType: 'anyCondition' }));
			}),
		);
		return lists.flat();
	}

	/**
	 * The rows that stand for their keys; those that killed or slower runs have left beside them are removed. Another run
	 * may have removed one of them before, and SQLite gives the number of the last row of a table again: only number
	 * and token together are that row.
	 */
	async settled(table: Table, found: readonly IDataObject[]): Promise<IDataObject[]> {
		const { rows, leftovers } = standingOf(found);
		for (const { id, token } of leftovers) {
			const both = [...anyOf('id', [Number(id)]), ...anyOf('token', [String(token)])];
			await this.run(table, (place) => deleteRows(place.id, both));
		}
		return rows;
	}
}
