/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { N8n } from './n8n';
import { placeOfThisWorker } from './place';
import { startPlatform } from './platform';
import { PostgresTables } from './postgres';
import { AccountSystem, type InstallOptions } from './system';

/** Where the workflows keep their state. */
export type Store = 'Data Tables' | 'PostgreSQL';

/** Tests for the variant of the workflows on PostgreSQL, where a server listens; CI has to have one. */
export function onPostgres(name: string, tests: (store: Store) => void): void {
	const title = `${name}, on PostgreSQL`;
	if (process.env.N8N_TEST_POSTGRES === 'yes') {
		describe(title, () => tests('PostgreSQL'));
	} else if (process.env.CI) {
		it(title, () => {
			throw new Error('No PostgreSQL on 127.0.0.1:5432; .ci/prepare starts one');
		});
	} else {
		process.stdout.write('No PostgreSQL on 127.0.0.1:5432: its tests are left out\n');
		describe.skip(title, () => tests('PostgreSQL'));
	}
}

/** The same tests for both variants of the workflows. */
export function onEachStore(name: string, tests: (store: Store) => void): void {
	describe(`${name}, on Data Tables`, () => tests('Data Tables'));
	onPostgres(name, tests);
}

/**
 * The sample workflows in the n8n of this run, installed once for all tests of a suite.
 *
 * @param options or what makes them, where credentials have to be stored first
 */
export function useSystem(
	options: InstallOptions | ((n8n: N8n) => Promise<InstallOptions>),
	store: Store = 'Data Tables',
): { app: AccountSystem } {
	const holder = {} as { app: AccountSystem };
	let database: PostgresTables | undefined;
	beforeAll(async () => {
		const n8n = new N8n(placeOfThisWorker());
		await n8n.signIn();
		holder.app = await AccountSystem.open(n8n, await startPlatform());
		const wanted = typeof options === 'function' ? await options(n8n) : options;
		if (store === 'Data Tables') return await holder.app.install(wanted);
		database = await PostgresTables.create();
		const postgres = await n8n.addCredential('postgres', 'Postgres account', database.credential);
		const credentials = { ...wanted.credentials, postgres };
		await holder.app.install({ ...wanted, database, credentials });
	}, 120_000);
	afterAll(async () => {
		await holder.app.close();
		await database?.drop();
	});
	return holder;
}
