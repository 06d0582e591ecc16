import { parseJson } from '../../../nodes/shared/json';
import { runCampaign } from '../../fuzz/campaign';

/** `npm run fuzz` runs many more, with another seed each time. */
const CASES = 4_000;

describe('what a stranger sends', () => {
	it(`${CASES} cases: no crash, nothing accepted that was not signed, time in proportion to the size`, () => {
		const { counts, failure } = runCampaign({ cases: CASES, seed: 2026 });
		expect(failure).toBeUndefined();
		expect(counts.size).toBeGreaterThan(12);
	});

	it('a case can be repeated by its number', () => {
		const { counts } = runCampaign({ cases: CASES, seed: 2026, only: 17 });
		expect([...counts.values()]).toEqual([1]);
	});
});

describe('fault 1.5: found by the campaign', () => {
	it('U+0000 is left out of names as well, and an escaped backslash is no beginning of one', () => {
		expect(parseJson('{"a\\u0000b":"c\\u0000d","e":"\\\\u0000"}')).toEqual({
			ab: 'cd',
			e: '\\u0000',
		});
	});
});
