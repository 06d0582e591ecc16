import {
	KnownRuns,
	packRuns,
	SHORT_HASHES,
	unpackAscending,
} from '../../../../nodes/WeChatTextInsight/engine/knownRuns';
import { unpackWeights } from '../../../../nodes/WeChatTextInsight/engine/weights';

describe('runs of characters in a data file', () => {
	const runs = [0, 1, 127, 128, 300, 65_536, SHORT_HASHES - 1];
	const weights = [0, 1, -1, 0.25, -4, 4, 2];
	const stored = packRuns(runs, weights);

	it('come back as they were, their weights to within half a step', () => {
		expect([...unpackAscending(stored.hashes)]).toEqual(runs);
		unpackWeights(stored.weights, stored.largest).forEach((weight, at) => {
			expect(Math.abs(weight - (weights[at] ?? 0))).toBeLessThan(0.05);
		});
	});

	it('have the numbers of their order; others have none', () => {
		const space = new KnownRuns(runs);
		expect(runs.map((run) => space.at(run))).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(space.at(2)).toBe(-1);
		expect(new KnownRuns([]).at(7)).toBe(-1);
	});
});
