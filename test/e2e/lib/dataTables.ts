import type { N8n } from './n8n';
import { setUpTables, type SetUpTable } from './setUp';

type Json = Record<string, unknown>;

interface Column {
	name: string;
	type: string;
}

interface Listed {
	id: string;
	name: string;
	columns: Column[];
}

/** Where the workflows keep their state; a test reads and writes it as a person would. */
export interface Tables {
	/** All rows, oldest first. */
	rows<T extends Json>(table: string): Promise<T[]>;
	/** Writes a row; one with the same key is changed. */
	write(table: string, row: Json & { key: string }): Promise<void>;
	/** Adds many rows at once, whatever their keys are. */
	insert(table: string, rows: Json[]): Promise<void>;
	/** The names of all that are there. */
	names(): Promise<string[]>;
	/** Brings them to what workflow 00 makes of nothing; false when they have to be made first. */
	reset(): Promise<boolean>;
	/** Removes them. */
	clear(): Promise<void>;
}

const columnsText = (columns: Column[]) =>
	columns
		.map(({ name, type }) => `${name} ${type}`)
		.sort()
		.join();

const columnsOf = ({ parameters }: SetUpTable) =>
	columnsText((parameters.columns as { column: Column[] }).column);

/** The Data Tables of the owner of an n8n. */
export class DataTables implements Tables {
	private readonly ids = new Map<string, string>();

	private constructor(
		private readonly n8n: N8n,
		private readonly path: string,
	) {}

	static async open(n8n: N8n): Promise<DataTables> {
		const { id } = await n8n.api<{ id: string }>('GET', '/projects/personal');
		return new DataTables(n8n, `/projects/${id}/data-tables`);
	}

	async rows<T extends Json>(table: string): Promise<T[]> {
		const path = `${await this.pathOf(table)}/rows`;
		const rows: T[] = [];
		for (;;) {
			const page = await this.n8n.api<{ data: T[]; count: number }>(
				'GET',
				`${path}?skip=${rows.length}&take=250&sortBy=id:asc`,
			);
			rows.push(...page.data);
			if (page.data.length === 0 || rows.length >= page.count) return rows;
		}
	}

	async write(table: string, row: Json & { key: string }): Promise<void> {
		await this.n8n.api('POST', `${await this.pathOf(table)}/upsert`, {
			filter: { type: 'and', filters: [{ columnName: 'key', condition: 'eq', value: row.key }] },
			data: row,
		});
	}

	async insert(table: string, rows: Json[]): Promise<void> {
		const path = `${await this.pathOf(table)}/insert`;
		await this.n8n.api('POST', path, { data: rows, returnType: 'count' });
	}

	async names(): Promise<string[]> {
		return (await this.list()).map(({ name }) => name);
	}

	/** Tables are kept from suite to suite: making them takes longer than emptying them. */
	async reset(): Promise<boolean> {
		const listed = new Map((await this.list()).map((table) => [table.name, table]));
		const wanted = setUpTables('workflows');
		const isThere = (table: SetUpTable) =>
			columnsText(listed.get(table.name)?.columns ?? []) === columnsOf(table);
		if (!wanted.every(isThere)) return false;
		const all = { type: 'and', filters: [{ columnName: 'id', condition: 'gt', value: 0 }] };
		const filter = encodeURIComponent(JSON.stringify(all));
		for (const { name, rows } of wanted) {
			await this.n8n.api('DELETE', `${await this.pathOf(name)}/rows?filter=${filter}`);
			if (rows.length > 0) await this.insert(name, rows);
		}
		return true;
	}

	/** Workflows find tables by name, so those of an earlier installation would be taken for this one's. */
	async clear(): Promise<void> {
		this.ids.clear();
		for (const { id, name } of await this.list()) {
			if (name.startsWith('wechat_')) await this.n8n.api('DELETE', `${this.path}/${id}`);
		}
	}

	/** All of them: suites of nodes that keep records leave those of many accounts. */
	private async list(): Promise<Listed[]> {
		const tables: Listed[] = [];
		for (;;) {
			const page = await this.n8n.api<{ data: Listed[]; count: number }>(
				'GET',
				`${this.path}?skip=${tables.length}&take=100`,
			);
			tables.push(...page.data);
			if (page.data.length === 0 || tables.length >= page.count) return tables;
		}
	}

	private async pathOf(table: string): Promise<string> {
		if (!this.ids.has(table)) {
			for (const { id, name } of await this.list()) this.ids.set(name, id);
		}
		const id = this.ids.get(table);
		if (!id) throw new Error(`There is no table ${table}`);
		return `${this.path}/${id}`;
	}
}
