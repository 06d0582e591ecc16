import fc from 'fast-check';
import { measureLift, type Group } from '../../../../nodes/shared/segment/lift';

const group = (returned: number, size: number): Group => ({ size, returned });

describe('lift', () => {
	it('has the interval that Newcombe (1998) publishes for 56 of 70 against 48 of 80', () => {
		const { difference, low, high } = measureLift(group(56, 70), group(48, 80));
		expect(difference).toBeCloseTo(0.2, 10);
		expect(low).toBeCloseTo(0.0524, 4);
		expect(high).toBeCloseTo(0.3339, 4);
	});

	it('has his interval for 9 of 10 against 3 of 10', () => {
		const { low, high } = measureLift(group(9, 10), group(3, 10));
		expect(low).toBeCloseTo(0.1705, 4);
		expect(high).toBeCloseTo(0.809, 4);
	});

	it('tests small groups exactly: the tea-tasting lady, p = 0.4857', () => {
		const { pValue, test } = measureLift(group(3, 4), group(1, 4));
		expect(test).toBe('fisherExact');
		expect(pValue).toBeCloseTo(0.4857, 4);
	});

	it('tests large groups by the normal distribution', () => {
		// Pooled share 104/150, z = 2.650; the normal table gives 0.00402 on one side.
		const { pValue, test } = measureLift(group(56, 70), group(48, 80));
		expect(test).toBe('zTest');
		expect(pValue).toBeCloseTo(0.00805, 4);
	});

	it('is relative to the hold-out, and null where nobody of it came back', () => {
		expect(measureLift(group(30, 100), group(20, 100)).lift).toBeCloseTo(0.5, 10);
		expect(measureLift(group(30, 100), group(0, 100)).lift).toBeNull();
	});

	it('turns round with the groups, stays within its limits and holds the difference', () => {
		const any = fc
			.integer({ min: 1, max: 500 })
			.chain((size) => fc.integer({ min: 0, max: size }).map((returned) => group(returned, size)));
		fc.assert(
			fc.property(any, any, (one, other) => {
				const forth = measureLift(one, other);
				const back = measureLift(other, one);
				expect(back.difference).toBeCloseTo(-forth.difference, 10);
				expect(back.low).toBeCloseTo(-forth.high, 10);
				expect(back.pValue).toBeCloseTo(forth.pValue, 6);
				expect(forth.low).toBeLessThanOrEqual(forth.difference + 1e-12);
				expect(forth.high).toBeGreaterThanOrEqual(forth.difference - 1e-12);
				expect(forth.pValue).toBeGreaterThanOrEqual(0);
				expect(forth.pValue).toBeLessThanOrEqual(1 + 1e-6);
			}),
		);
	});
});
