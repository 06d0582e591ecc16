import type { Book } from '../book';
import { dataText, type ActivityRow } from '../row';
import type { Step } from '../step';
import { commitmentTo } from './draw';

/** The seed of an activity as its rows tell it; the earliest counts. */
export function storedSeed(book: Book, activityId: string): string {
	const row = book.get(`${activityId}|seed`);
	return row ? dataText(row, 'seed') : '';
}

/** The commitment that was published; empty when no row tells it. */
export function storedCommitment(book: Book, activityId: string): string {
	const row = book.get(`${activityId}|commitment`);
	return row ? dataText(row, 'commitment') : '';
}

/**
 * Commits to a seed. A second call for the activity gives the first commitment again.
 *
 * @param seed a fresh random one, or one that the operator keeps elsewhere
 * @param keepsSeed whether a row with the seed comes out, to be kept in a table that nobody else reads
 */
export function commit(
	book: Book,
	activityId: string,
	seed: string,
	at: number,
	keepsSeed: boolean,
): Step<'alreadyCommitted' | 'committed'> {
	const known = storedCommitment(book, activityId);
	if (known) return { status: 'alreadyCommitted', values: { commitment: known }, rows: [] };
	const commitment = commitmentTo(seed);
	const row = (type: string, data: Record<string, string>): ActivityRow => ({
		key: `${activityId}|${type}`,
		activityId,
		openId: '',
		type,
		points: 0,
		data,
		at,
	});
	const rows = [row('commitment', { commitment })];
	if (keepsSeed) rows.push(row('seed', { seed }));
	return { status: 'committed', values: { commitment }, rows };
}
