/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Callback<T> = (error: Error | null, rows: T[]) => void;

/** What this needs of the driver that n8n brings along. */
interface Driver {
	OPEN_READONLY: number;
	Database: new (
		file: string,
		mode: number,
		opened: (error: Error | null) => void,
	) => {
		all<T>(statement: string, values: unknown[], callback: Callback<T>): void;
		configure(option: 'busyTimeout', milliseconds: number): void;
		close(): void;
	};
}

/** While n8n starts it keeps the file to itself. */
const BUSY_MS = 5_000;

/**
 * n8n's own database, read beside n8n: what is asked many times a second, as whether a run has ended,
 * must not keep n8n from its work.
 *
 * @param userFolder the folder that n8n keeps its data in
 * @throws when n8n has not made it yet
 */
export async function query<T>(
	userFolder: string,
	statement: string,
	values: unknown[],
): Promise<T[]> {
	const require = createRequire(join(process.cwd(), 'test/e2e/package.json'));
	const { Database, OPEN_READONLY } = require('sqlite3') as Driver;
	return await new Promise((resolve, reject) => {
		const file = join(userFolder, '.n8n/database.sqlite');
		const database = new Database(file, OPEN_READONLY, (failure) => {
			if (failure) return reject(failure);
			database.configure('busyTimeout', BUSY_MS);
			database.all<T>(statement, values, (error, rows) => {
				database.close();
				if (error) reject(error);
				else resolve(rows);
			});
		});
	});
}
