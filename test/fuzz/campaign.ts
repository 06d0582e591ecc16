import { Dice } from './dice';
import { KINDS, repeatedCase } from './kinds';
import type { Case } from './pushes';

export interface Campaign {
	cases: number;
	/** The same seed gives the same cases. */
	seed: number;
	/** Only this case, to be looked at once more. */
	only?: number;
}

/** A case that went wrong, with all that is needed to repeat it. */
export interface Failure {
	case: number;
	kind: string;
	problem: string;
	input: unknown;
}

/** One case in so many is about growth, which takes thousands of times as long as the others. */
const GROWTH_EVERY = 500;
const GROWTH = 'time in proportion to the size';

const NAMES = Object.keys(KINDS);

function caseOf(number: number, seed: number): { kind: string; made: Case } {
	// Neighbouring seeds of the generator give unlike numbers.
	const dice = new Dice((seed + Math.imul(number, 0x9e3779b9)) | 0);
	if (number % GROWTH_EVERY === 0) return { kind: GROWTH, made: repeatedCase(dice) };
	const kind = NAMES[number % NAMES.length] ?? '';
	const make = KINDS[kind] ?? repeatedCase;
	return { kind, made: make(dice) };
}

function problemOf({ check }: Case): string | undefined {
	try {
		return check();
	} catch (error) {
		return `Crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
	}
}

/** Runs the cases; ends with the first that goes wrong. */
export function runCampaign({ cases, seed, only }: Campaign): {
	counts: Map<string, number>;
	failure?: Failure;
} {
	const counts = new Map<string, number>();
	const [first, end] = only === undefined ? [0, cases] : [only, only + 1];
	for (let number = first; number < end; number++) {
		const { kind, made } = caseOf(number, seed);
		const problem = problemOf(made);
		if (problem) return { counts, failure: { case: number, kind, problem, input: made.input } };
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return { counts };
}
