const FIRST_TERM = 0.999_999_999_999_809_9;
const TERMS = [
	676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1, -176.615_029_162_140_6,
	12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
	1.505_632_735_149_311_6e-7,
];
const SHIFT = 7.5;

/** Natural logarithm of the gamma function for a positive number (Lanczos, g = 7, nine terms). */
export function logGamma(x: number): number {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const z = x - 1;
	let sum = FIRST_TERM;
	let term = z;
	for (const factor of TERMS) sum += factor / ++term;
	const t = z + SHIFT;
	return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
