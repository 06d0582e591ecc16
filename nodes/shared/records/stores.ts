import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Row } from '../rows/row';
import { accountOf, tablePrefix } from './account';
import { DataTableRecords } from './dataTables/dataTables';
import { itemRecords } from './items';
import type { Store } from './keepIn';
import type { Records } from './port';
import { PostgresRecords } from './postgres/postgres';
import type { Table } from './table';

/** Rows of an operation whose records are items on the canvas. */
export interface ItemRows {
	/** The operation's tables, the main one first. */
	tables: readonly Table[];
	/** The rows that are known; asked for once. */
	known(): readonly Row[];
	write(row: IDataObject): void;
}

/** The records that a run of a node works with: of one account each, opened once. */
export class Stores {
	private readonly byAccount = new Map<string, Records>();
	private ofItems?: Promise<Records>;

	constructor(
		private readonly ctx: IExecuteFunctions,
		private readonly store: Store,
		private readonly rows: ItemRows,
	) {}

	/** The records of the account that an item is about. */
	async of(itemIndex: number): Promise<Records> {
		if (this.store === 'items') {
			const { known, tables, write } = this.rows;
			this.ofItems ??= itemRecords(known(), tables, write);
			return await this.ofItems;
		}
		const account = await accountOf(this.ctx, itemIndex);
		const open = this.byAccount.get(account);
		if (open) return open;
		const prefix = tablePrefix(account);
		const records =
			this.store === 'postgres'
				? new PostgresRecords(this.ctx, prefix)
				: new DataTableRecords(this.ctx, prefix);
		this.byAccount.set(account, records);
		return records;
	}
}
