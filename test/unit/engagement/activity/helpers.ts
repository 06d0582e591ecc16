import fc from 'fast-check';
import { Book, pointsOf } from '../../../../nodes/WeChatActivity/engine/book';
import type { ActivityRow } from '../../../../nodes/WeChatActivity/engine/row';
import type { ActivityEvent, Step } from '../../../../nodes/WeChatActivity/engine/step';

export const A = 'autumn';

/** Epoch milliseconds of a time in Shanghai. */
export const at = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+08:00`);

export const event = (key: string, time: string, text = '', openId = 'oA'): ActivityEvent => ({
	key,
	openId,
	at: at(time),
	text,
});

/** Applies events one after the other, as a flow does that stores what it gets. */
export function run<E, S extends Step>(
	events: E[],
	apply: (book: Book, one: E) => S,
	book = new Book(),
): { book: Book; steps: S[] } {
	const steps = events.map((one) => {
		const step = apply(book, one);
		step.rows.forEach((row) => book.add(row));
		return step;
	});
	return { book, steps };
}

/** Points of everybody. */
export function totals(book: Book): Record<string, number> {
	return Object.fromEntries(
		book
			.people()
			.sort()
			.map((openId) => [openId, pointsOf(book.of(openId))]),
	);
}

/** Some events in another order, some of them repeated. */
export function disturbed<E>(events: fc.Arbitrary<E[]>): fc.Arbitrary<{ plain: E[]; mixed: E[] }> {
	return events.chain((plain) =>
		fc
			.tuple(
				fc.shuffledSubarray(plain, { minLength: plain.length, maxLength: plain.length }),
				fc.subarray(plain),
			)
			.map(([shuffled, again]) => ({ plain, mixed: [...shuffled, ...again] })),
	);
}

/** Rows of a book that has been stored, read back twice over and in reverse. */
export function reread(book: Book): Book {
	const rows: ActivityRow[] = book.all();
	return new Book([...rows].reverse().concat(rows));
}
