/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { startSimulator } from '../../simulator/server';
import { N8n } from './n8n';
import { AccountSystem, type InstallOptions } from './system';

/**
 * The sample workflows in the n8n of this run, installed once for all tests of a file.
 *
 * @param options or what makes them, where credentials have to be stored first
 */
export function useSystem(options: InstallOptions | ((n8n: N8n) => Promise<InstallOptions>)): {
	app: AccountSystem;
} {
	const holder = {} as { app: AccountSystem };
	beforeAll(async () => {
		const n8n = new N8n(process.env.N8N_TEST_URL ?? '');
		await n8n.signIn();
		holder.app = await AccountSystem.open(n8n, await startSimulator());
		await holder.app.install(typeof options === 'function' ? await options(n8n) : options);
	}, 120_000);
	afterAll(async () => {
		await holder.app.close();
	});
	return holder;
}
