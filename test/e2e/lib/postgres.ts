/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Tables } from './dataTables';

type Json = Record<string, unknown>;

/** What this needs of the driver that n8n brings along. */
interface Client {
	connect(): Promise<void>;
	query(text: string, values?: unknown[]): Promise<{ rows: Json[] }>;
	end(): Promise<void>;
}

interface Driver {
	Client: new (options: Json) => Client;
}

/** When a row says that something happened; all the same for rows that say nothing. */
const timeOf = ({ at }: Json): number => (at instanceof Date ? at.getTime() : 0);

const SERVER = { host: '127.0.0.1', port: 5432, user: 'postgres', password: '' };

/** Whether a PostgreSQL server listens on this machine. */
export async function hasPostgres(): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(SERVER.port, SERVER.host);
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}

/** A database of its own on the PostgreSQL server of this machine, for the state of the workflows. */
export class PostgresTables implements Tables {
	/** In which order the rows of each table were seen, by their keys. */
	private readonly came = new Map<string, Map<unknown, number>>();

	private constructor(
		private readonly driver: Driver,
		private readonly name: string,
		private readonly client: Client,
	) {}

	static async create(): Promise<PostgresTables> {
		const require = createRequire(join(process.cwd(), 'test/e2e/package.json'));
		const driver = require('pg') as Driver;
		const name = `wechat_${process.pid}_${Date.now()}`;
		await PostgresTables.administer(driver, `CREATE DATABASE ${name}`);
		const client = new driver.Client({ ...SERVER, database: name });
		await client.connect();
		return new PostgresTables(driver, name, client);
	}

	private static async administer(driver: Driver, statement: string): Promise<void> {
		const admin = new driver.Client({ ...SERVER, database: 'postgres' });
		await admin.connect();
		await admin.query(statement);
		await admin.end();
	}

	/** What n8n's credential for PostgreSQL is filled with. */
	get credential(): Json {
		return { ...SERVER, database: this.name, ssl: 'disable' };
	}

	/** All rows of a table as n8n's Data Tables give them: dates as text, in the order of their coming. */
	async rows<T extends Json>(table: string): Promise<T[]> {
		const { rows } = await this.client.query(`SELECT * FROM "${table}"`);
		const came = this.came.get(table) ?? new Map<unknown, number>();
		this.came.set(table, came);
		// PostgreSQL gives changed rows last; those that were seen before came before.
		const fresh = rows.filter(({ key }) => !came.has(key));
		fresh.sort((a, b) => timeOf(a) - timeOf(b));
		for (const { key } of fresh) came.set(key, came.size);
		return rows
			.sort((a, b) => (came.get(a.key) ?? 0) - (came.get(b.key) ?? 0))
			.map(
				(row) =>
					Object.fromEntries(
						Object.entries(row).map(([name, value]) => [
							name,
							value instanceof Date ? value.toISOString() : value,
						]),
					) as T,
			);
	}

	/** Adds many rows with the same columns. */
	async insert(table: string, rows: Json[]): Promise<void> {
		const names = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`);
		if (names.length === 0) return;
		await this.client.query(
			`INSERT INTO "${table}" (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
			[JSON.stringify(rows)],
		);
	}

	/** Writes a row; of one with the same key the given columns change. */
	async write(table: string, row: Json & { key: string }): Promise<void> {
		const names = Object.keys(row).map((name) => `"${name}"`);
		const places = names.map((_, position) => `$${position + 1}`);
		const changes = names.map((name) => `${name} = EXCLUDED.${name}`);
		await this.client.query(
			`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${places.join(', ')}) ON CONFLICT ("key") DO UPDATE SET ${changes.join(', ')}`,
			Object.values(row),
		);
	}

	async names(): Promise<string[]> {
		const { rows } = await this.client.query(
			"SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
		);
		return rows.map(({ tablename }) => String(tablename));
	}

	async clear(): Promise<void> {
		await this.client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
	}

	async drop(): Promise<void> {
		await this.client.end();
		await PostgresTables.administer(this.driver, `DROP DATABASE ${this.name} WITH (FORCE)`);
	}
}
