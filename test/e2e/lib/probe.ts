import type { Records } from '../../../nodes/shared/records/port';
import type { ProbeCall, StoreMethod } from '../probe/RecordsProbe.node';
import type { StoreScene } from './onBothStores';

/** A call of the store that a probe is in. */
export type Call = (items: ProbeCall[]) => Promise<Array<{ result: unknown }>>;

/** A store inside n8n, called through a webhook; all its methods are those of the real one. */
export function throughProbe(call: Call, prefix: string): Records {
	const forward = async <Result>(method: StoreMethod, ...args: unknown[]): Promise<Result> => {
		const [answer] = await call([{ prefix, method, args }]);
		return answer?.result as Result;
	};
	return {
		read: async (_table, query = {}) => await forward('read', query),
		put: async (_table, rows) => await forward('put', rows),
		add: async (_table, rows) => await forward('add', rows),
		claim: async (_table, ...args) => await forward('claim', ...args),
		remove: async (_table, query) => await forward('remove', query),
		existing: async (tables) => {
			const names = await forward<string[]>('existing');
			return tables.filter(({ name }) => names.includes(name));
		},
		versions: { scope: prefix, of: async () => await forward('version') },
	};
}

/** Publishes a probe. */
export async function openProbe(scene: StoreScene): Promise<Call> {
	const call = await scene.publish('CUSTOM.recordsProbe', {});
	return async (items) =>
		(await call(items as unknown as Array<Record<string, unknown>>)) as Array<{ result: unknown }>;
}
