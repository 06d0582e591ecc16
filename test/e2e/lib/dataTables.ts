import type { N8n } from './n8n';

type Json = Record<string, unknown>;

interface Listed {
	id: string;
	name: string;
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
	/** Removes them. */
	clear(): Promise<void>;
}

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
