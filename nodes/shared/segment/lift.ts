import { logGamma } from './gamma';

/** How many of a group came back. */
export interface Group {
	size: number;
	returned: number;
}

export interface Lift {
	/** Share of the treated minus share of the hold-out. */
	difference: number;
	/** 95 % confidence interval of the difference. */
	low: number;
	high: number;
	/** Relative: 0.2 means a fifth more; null where nobody of the hold-out came back. */
	lift: number | null;
	/** Two-sided. */
	pValue: number;
	test: 'fisherExact' | 'zTest';
}

/** Of the normal distribution, for 95 %. */
const Z = 1.959_963_984_540_054;

/** A smaller expected count makes the z-test unreliable (Cochran). */
const MIN_EXPECTED = 5;

/** Wilson's score interval of one share. */
function wilson({ size, returned }: Group): [number, number] {
	const share = returned / size;
	const centre = share + (Z * Z) / (2 * size);
	const spread = Z * Math.sqrt((share * (1 - share)) / size + (Z * Z) / (4 * size * size));
	const scale = 1 + (Z * Z) / size;
	return [(centre - spread) / scale, (centre + spread) / scale];
}

/** Complementary error function (Numerical Recipes, erfcc; relative error below 1.2e-7). */
function erfc(x: number): number {
	const t = 1 / (1 + 0.5 * x);
	const terms = [
		0.170_872_77, -0.822_152_23, 1.488_515_87, -1.135_203_98, 0.278_868_07, -0.186_288_06,
		0.096_784_18, 0.374_091_96, 1.000_023_68,
	];
	const polynomial = terms.reduce((sum, term) => sum * t + term, 0);
	return t * Math.exp(-x * x - 1.265_512_23 + t * polynomial);
}

const logChoose = (n: number, k: number): number =>
	logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Fisher's exact test: the tables that are no more likely than this one. */
function fisherExact(one: Group, other: Group): number {
	const returned = one.returned + other.returned;
	const total = logChoose(one.size + other.size, returned);
	const likelihood = (count: number) =>
		logChoose(one.size, count) + logChoose(other.size, returned - count) - total;
	const observed = likelihood(one.returned);
	let sum = 0;
	for (
		let count = Math.max(0, returned - other.size);
		count <= Math.min(one.size, returned);
		count++
	) {
		const own = likelihood(count);
		if (own <= observed + 1e-7) sum += Math.exp(own);
	}
	return Math.min(1, sum);
}

/** Two-sided test of two shares with the pooled standard error. */
function zTest(one: Group, other: Group): number {
	const pooled = (one.returned + other.returned) / (one.size + other.size);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.size + 1 / other.size));
	const z = Math.abs(one.returned / one.size - other.returned / other.size) / error;
	return erfc(z / Math.SQRT2);
}

/**
 * Compares how many came back of those who were written to and of the hold-out. The interval is
 * Newcombe's (1998, method 10), which holds for small groups too; the test is the z-test of two shares,
 * or Fisher's exact one where an expected count is below 5.
 *
 * @param treated and `holdOut` with at least one person each
 */
export function measureLift(treated: Group, holdOut: Group): Lift {
	const treatedShare = treated.returned / treated.size;
	const holdOutShare = holdOut.returned / holdOut.size;
	const difference = treatedShare - holdOutShare;
	const [treatedLow, treatedHigh] = wilson(treated);
	const [holdOutLow, holdOutHigh] = wilson(holdOut);
	const pooled = (treated.returned + holdOut.returned) / (treated.size + holdOut.size);
	const smallest = Math.min(treated.size, holdOut.size) * Math.min(pooled, 1 - pooled);
	const isSmall = smallest < MIN_EXPECTED;
	return {
		difference,
		low: difference - Math.hypot(treatedShare - treatedLow, holdOutHigh - holdOutShare),
		high: difference + Math.hypot(treatedHigh - treatedShare, holdOutShare - holdOutLow),
		lift: holdOutShare === 0 ? null : treatedShare / holdOutShare - 1,
		pValue: isSmall ? fisherExact(treated, holdOut) : zTest(treated, holdOut),
		test: isSmall ? 'fisherExact' : 'zTest',
	};
}
