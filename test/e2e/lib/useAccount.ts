/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { Account } from './account';
import { startAnother } from './another';
import type { N8n } from './n8n';
import type { StoreName } from './onBothStores';
import { startPlatform } from './platform';
import { PostgresTables } from './postgres';
import type { N8nServer } from './server';

/**
 * All sample workflows of an account in an n8n of their own, whose time is that of the account: it is moved by days, which
 * the common n8n must not be.
 *
 * @param without workflows that are not installed
 * @param addMore gives further credentials by type, e.g. of a model
 */
export function useAccount(
	{ store, without }: { store: StoreName; without: readonly string[] },
	addMore: (n8n: N8n) => Promise<Record<string, string>>,
): { account: Account } {
	const holder = {} as { account: Account };
	let server: N8nServer | undefined;
	let database: PostgresTables | undefined;
	beforeAll(async () => {
		const started = await startAnother({
			hasMovedClock: true,
			prepared: process.env.N8N_TEST_PREPARED,
		});
		server = started;
		if (store === 'postgres') database = await PostgresTables.create();
		holder.account = await Account.open({
			n8n: started.client,
			simulator: await startPlatform(),
			moveClock: started.moveClock,
			without,
			database,
		});
		await holder.account.install(await addMore(started.client));
	}, 180_000);
	afterAll(async () => {
		await holder.account.close();
		await server?.stop();
		await database?.drop();
	}, 60_000);
	return holder;
}
