import type { At, Item, Outcome } from '../shared/engagement/recordOperation';
import type { Fields } from '../shared/operations/fields';
import { attempt } from '../shared/records/attempt';
import type { Records } from '../shared/records/port';

/**
 * Does work for the items of each account together.
 *
 * @param prepare what the work needs of an item; an error is that of the item, and ends the run before anything
 *   is done unless it is set to continue
 * @param work gives one outcome for each, in their order; undefined for what was not done
 */
export async function groupsByRecords<F extends Fields, Ready, O extends string>(
	items: ReadonlyArray<Item<F>>,
	prepare: (item: Item<F>) => Promise<Ready>,
	work: (ready: Ready[], first: At) => Promise<Array<Outcome<O> | undefined>>,
): Promise<Array<Outcome<O>>> {
	const outcomes: Array<Outcome<O>> = items.map(() => ({ results: [] }));
	const groups = new Map<Records, Array<{ position: number; at: At; ready: Ready }>>();
	for (const [position, item] of items.entries()) {
		const prepared = await attempt(async () => await prepare(item));
		if ('error' in prepared) {
			outcomes[position] = { error: prepared.error };
			if (!item.at.ctx.continueOnFail()) return outcomes;
			continue;
		}
		const group = groups.get(item.at.records) ?? [];
		group.push({ position, at: item.at, ready: prepared.value });
		groups.set(item.at.records, group);
	}
	for (const group of groups.values()) {
		const [first] = group;
		if (!first) continue;
		const ready = group.map((one) => one.ready);
		const done = await work(ready, first.at);
		group.forEach(({ position }, inGroup) => {
			outcomes[position] = done[inGroup] ?? { results: [] };
		});
	}
	return outcomes;
}
