import { ranged } from '../../shared/engagement/numbers';

const LEAST_COUNT = 3;
const SIMILARITY = 0.4;

export const leastCount = ranged(
	'Asked at Least',
	{ fallback: LEAST_COUNT, min: 1, integer: true },
	{ description: 'How often something was asked before it is proposed' },
);

export const similarity = ranged(
	'Similarity',
	{ fallback: SIMILARITY, max: 1 },
	{ description: 'How much two questions have to resemble each other to be about the same' },
);

/** The rules of learning as filled in. */
export const rulesOf = (given: {
	readonly leastCount: number | undefined;
	readonly similarity: number | undefined;
}): { leastCount: number; similarity: number } => ({
	leastCount: given.leastCount ?? LEAST_COUNT,
	similarity: given.similarity ?? SIMILARITY,
});
