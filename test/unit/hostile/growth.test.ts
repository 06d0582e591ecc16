import { growthOf, MOST_GROWTH } from '../../harness/growth';
import { engines, parsers, parts, type Reader } from '../../harness/hostileSubjects';
import { HOSTILE_TEXTS } from '../../harness/hostileTexts';

/** Characters of the smaller text; the larger one has ten times as many. */
const SIZE = 1_000;

/** The texts for which the time grows faster than the length. */
function badFor(read: Reader): string[] {
	return Object.entries(HOSTILE_TEXTS).flatMap(([name, make]) => {
		const growth = growthOf((size) => {
			const text = make(size);
			return () => read(text);
		}, SIZE);
		return growth <= MOST_GROWTH
			? []
			: [`${name}: ten times the length, ${growth.toFixed(0)} × the time`];
	});
}

describe('the harness', () => {
	/** Passes over a list as often as `passes` says. */
	const growthWith = (passes: (size: number) => number) =>
		growthOf((size) => {
			const list = [...Array(size).keys()];
			return () => {
				for (let pass = 0; pass < passes(size); pass++) list.reduce((sum, entry) => sum ^ entry);
			};
		}, 1_000);

	it('tells quadratic time from linear time', () => {
		expect(growthWith((size) => size / 2)).toBeGreaterThan(2 * MOST_GROWTH);
		expect(growthWith(() => 100)).toBeLessThanOrEqual(MOST_GROWTH);
	});
});

describe('fault 1.9: a text made to be slow takes time in proportion to its length', () => {
	it.each(Object.entries(parts()))('%s', (_, read) => {
		expect(badFor(read)).toEqual([]);
	});

	it.each(Object.entries(engines()))('engine: %s', (_, read) => {
		expect(badFor(read)).toEqual([]);
	});

	it.each(Object.entries(parsers()))('parser: %s', (_, read) => {
		expect(badFor(read)).toEqual([]);
	});
});
