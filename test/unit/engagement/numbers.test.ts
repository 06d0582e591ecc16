import { numberFrom } from '../../../nodes/shared/engagement/numbers';

describe('fault 2.3: a number of a field', () => {
	const range = { fallback: 7, min: 1, max: 50 };

	it.each([
		[12, 12],
		['12', 12],
		[' 2.5 ', 2.5],
		[undefined, 7],
		[null, 7],
		['', 7],
		[1, 1],
		[50, 50],
	])('%p counts as %p', (value, expected) => {
		expect(numberFrom(value, 'Days', range)).toBe(expected);
	});

	it.each([['soon'], [' '], [0], [51], [Number.NaN], [Infinity], [true], [[]], [{}], ['1e999']])(
		'%p is told',
		(value) => {
			expect(() => numberFrom(value, 'Days', range)).toThrow(/^'Days' is /);
		},
	);

	it('may have to be whole', () => {
		const whole = { fallback: 1, integer: true };
		expect(numberFrom('3', 'Count', whole)).toBe(3);
		expect(() => numberFrom(2.5, 'Count', whole)).toThrow("'Count' is 2.5");
	});
});
