/** What a metric comes to; null where it cannot be known, which is not the same as zero. */
export interface Measure {
	value: number | null;
	numerator: number | null;
	denominator: number | null;
}

export const UNKNOWN: Measure = { value: null, numerator: null, denominator: null };

/** A number by itself; undefined is not known. */
export function figure(value: number | undefined): Measure {
	return value === undefined ? UNKNOWN : { ...UNKNOWN, value: rounded(value) };
}

/** One number by another. Of nothing there is no share: null. */
export function ratio(numerator: number | undefined, denominator: number | undefined): Measure {
	if (numerator === undefined || denominator === undefined) return UNKNOWN;
	const value = denominator === 0 ? null : rounded(numerator / denominator);
	return { value, numerator: rounded(numerator), denominator: rounded(denominator) };
}

/** Six digits after the point are more than anybody reads, and the same on every machine. */
export function rounded(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
