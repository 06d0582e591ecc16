import type { Simulator } from '../../simulator/server';
import { startPlatform } from '../../e2e/lib/platform';
import { newAppId } from '../../e2e/lib/onBothStores';
import { empty } from './emptied';
import { ensureInstalled } from './packages';
import type { Screen } from './screen';

/** A simulated account for the file, beside an n8n that has the package and nothing else. */
export function useAccount(screen: Screen): { simulator: Simulator } {
	const holder = {} as { simulator: Simulator };
	beforeAll(async () => {
		await ensureInstalled(screen.n8n);
		await empty(screen.n8n);
		holder.simulator = await startPlatform();
		holder.simulator.platform.state.account.appId = newAppId();
	}, 120_000);
	afterAll(async () => await holder.simulator?.close());
	return holder;
}
