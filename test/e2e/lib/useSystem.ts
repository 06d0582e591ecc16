/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { startSimulator } from '../../simulator/server';
import { N8n } from './n8n';
import { PostgresTables } from './postgres';
import { AccountSystem, type InstallOptions } from './system';

/** Where the workflows keep their state. */
export type Store = 'Data Tables' | 'PostgreSQL';

/** The stores of this machine: PostgreSQL only where a server listens. */
function stores(): Store[] {
	if (process.env.N8N_TEST_POSTGRES === 'yes') return ['Data Tables', 'PostgreSQL'];
	process.stdout.write('No PostgreSQL on 127.0.0.1:5432: its tests are left out\n');
	return ['Data Tables'];
}

/** The same tests for both variants of the workflows. */
export function onEachStore(name: string, tests: (store: Store) => void): void {
	for (const store of stores()) describe(`${name}, on ${store}`, () => tests(store));
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
		const n8n = new N8n(process.env.N8N_TEST_URL ?? '');
		await n8n.signIn();
		holder.app = await AccountSystem.open(n8n, await startSimulator());
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
