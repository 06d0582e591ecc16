import type { Clause } from './clauses';
import type { Matter } from './phrases';

/** What was is the foil of what is: 以前很好 says little for now, and against it where nothing else is said. */
const PAST_BESIDE_NOW = -0.3;
const PAST_ALONE = -0.7;

const sumOf = (weights: number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

/**
 * Weighs what was by what is. 以前难吃，现在好多了 is praise; 以前挺好的 alone is a complaint, unless it says that
 * nothing has changed.
 *
 * @returns what the comparison itself says, as a weight: 0 without one
 */
export function compareTimes(clauses: Clause[]): number {
	const first = clauses.findIndex(({ time }) => time === 'longAgo' || time === 'before');
	if (first < 0) return 0;
	const past = clauses.filter(({ time }) => time === 'longAgo' || time === 'before');
	const rest = clauses.slice(first).filter(({ time }) => time !== 'longAgo' && time !== 'before');
	const was = past.reduce((sum, { weights }) => sum + sumOf(weights), 0);
	const is = rest.reduce((sum, { weights }) => sum + sumOf(weights), 0);
	if (was === 0 || rest.some(({ isUnchanged, weights }) => isUnchanged && sumOf(weights) === 0)) {
		return 0;
	}
	const scale = (factor: number): void => {
		for (const { weights } of past)
			weights.forEach((weight, at) => (weights[at] = weight * factor));
	};
	if (is !== 0) {
		if (Math.sign(is) === Math.sign(was)) return 0;
		scale(PAST_BESIDE_NOW);
		return Math.sign(is) * 2;
	}
	const isContrast = clauses.some(({ time, isContrast: turned }) => time === 'now' || turned);
	if (!isContrast && past.every(({ time }) => time === 'before')) return 0;
	scale(PAST_ALONE);
	return -Math.sign(was) * (isContrast ? 2 : 1.5);
}

function belies(fact: Matter, praise: Matter): boolean {
	return fact === 'any' || praise === 'any' || fact === praise;
}

/**
 * Whether praise and facts contradict each other: 物流真快，等了半个月. Praise after 但是, and facts that were made good,
 * are meant as they are said.
 */
export function isBelied(clauses: Clause[]): boolean {
	if (!clauses.some(({ facts }) => facts.length > 0)) return false;
	if (clauses.some(({ isMended, isContrast }) => isMended || isContrast)) return false;
	const praise = clauses.flatMap((clause) => clause.praise);
	const facts = clauses.flatMap((clause) => clause.facts);
	return praise.some((praised) => facts.some((fact) => belies(fact, praised)));
}
