import type { RowOf } from '../records/table';
import { slaPolicies } from '../records/tables/slaPolicies';
import { PolicyBook } from './policies';

/**
 * The policies of the table; an empty one counts as those it begins with, so that no case is without a deadline.
 *
 * @throws UserInputError naming the policy and its column
 */
export const policiesOf = (rows: ReadonlyArray<RowOf<typeof slaPolicies>>): PolicyBook =>
	PolicyBook.fromRows(rows.length > 0 ? [...rows] : [...slaPolicies.examples]);

/** The tier of cases that name none: the one wished for, or the last of the table where that has no policy. */
export function defaultTierIn(policies: PolicyBook, wished: string): string {
	const isKnown = policies.find(wished, 'chat') ?? policies.find(wished, 'comment');
	return isKnown ? wished : (policies.policies.at(-1)?.tier ?? wished);
}
