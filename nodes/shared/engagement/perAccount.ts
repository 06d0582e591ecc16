import type { Fields } from '../operations/fields';
import type { Records } from '../records/port';
import { attempted, type Item, type Outcome, type Result } from './recordOperation';

/** A result, and the item of the group that it came from; the first when it is absent. */
export type GroupResult<O extends string> = Result<O> & { from?: number };

/**
 * Does the work of an operation once for each account that its items are about: what a schedule starts needs no
 * item of its own, and what reads whole tables should read them once.
 *
 * @param work gets the items of an account
 * @returns one outcome for each item, as `allAtOnce` wants them
 */
export async function perAccount<F extends Fields, O extends string>(
	items: ReadonlyArray<Item<F>>,
	work: (first: Item<F>, group: ReadonlyArray<Item<F>>) => Promise<Array<GroupResult<O>>>,
): Promise<Array<Outcome<O>>> {
	const groups = new Map<Records, Array<Item<F>>>();
	for (const item of items) {
		const { records } = item.at;
		groups.set(records, [...(groups.get(records) ?? []), item]);
	}
	const outcomes = new Map<Item<F>, Outcome<O>>();
	for (const group of groups.values()) {
		const [first] = group;
		if (!first) continue;
		const outcome = await attempted(async () => await work(first, group));
		outcomes.set(first, outcome);
		if ('error' in outcome) {
			if (!first.at.ctx.continueOnFail()) break;
			continue;
		}
		const results: Array<GroupResult<O>> = outcome.results;
		group.forEach((item, position) => {
			const own = results.filter(({ from = 0 }) => from === position);
			outcomes.set(item, { results: own });
		});
	}
	return items.map((item) => outcomes.get(item) ?? { results: [] });
}
