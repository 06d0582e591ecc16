import { now } from '../../shared/engagement/fields';
import { ranged } from '../../shared/engagement/numbers';
import { collection, type OptionalValuesOf } from '../../shared/operations/fields';
import type { Parts, Scoring } from '../engine/types';

/** What counts where nothing is filled in. */
export const DEFAULT_WEIGHTS: Parts = { tags: 1, together: 1, fresh: 0.3, popular: 0.3 };

const DEFAULTS = { count: 3, diversity: 0.3, freshHalfLife: 14, interestHalfLife: 30 };

export const count = ranged(
	'Number of Results',
	{ fallback: DEFAULTS.count, min: 1, max: 50, integer: true },
	{ description: 'Maximum number of recommendations per person' },
);

const weight = (label: string, name: keyof Parts, description: string) =>
	ranged(label, { fallback: DEFAULT_WEIGHTS[name] }, { description });

const weightFields = {
	fresh: weight('Fresh', 'fresh', 'How much it counts that something is new'),
	popular: weight('Popular', 'popular', 'How much it counts that many people took something up'),
	together: weight(
		'Read Together',
		'together',
		'How much it counts that people who read the same things read this',
	),
	tags: weight('Tags', 'tags', "How much it counts that tags fit the person's interests"),
};

export const weights = collection('Weights', 'Add weight', weightFields);

const diversity = ranged(
	'Diversity',
	{ fallback: DEFAULTS.diversity, max: 1 },
	{ description: 'From 0 (by score alone) to 1 (as few shared tags as possible)' },
);

const halfLife = (label: string, fallback: number, description: string) =>
	ranged(
		label,
		{ fallback, min: 0.1 },
		{ typeOptions: { minValue: 0.1, numberPrecision: 1 }, description },
	);

const freshHalfLife = halfLife(
	'Fresh Half-Life (Days)',
	DEFAULTS.freshHalfLife,
	'Days after which something counts as half as fresh',
);

const interestHalfLife = halfLife(
	'Interest Half-Life (Days)',
	DEFAULTS.interestHalfLife,
	'Days after which what a person read counts half',
);

/** Options of every operation. */
export const scoringOptions = { diversity, freshHalfLife, interestHalfLife, now };

/** What is filled in there. */
export interface ScoringValues {
	readonly count: number;
	readonly weights: OptionalValuesOf<typeof weightFields>;
	readonly options: OptionalValuesOf<typeof scoringOptions>;
}

/** What every operation scores by; what is not filled in counts as the default. */
export function scoringOf({ count: results, weights: given, options }: ScoringValues): Scoring {
	return {
		now: options.now ?? Date.now(),
		count: results,
		weights: {
			tags: given.tags ?? DEFAULT_WEIGHTS.tags,
			together: given.together ?? DEFAULT_WEIGHTS.together,
			fresh: given.fresh ?? DEFAULT_WEIGHTS.fresh,
			popular: given.popular ?? DEFAULT_WEIGHTS.popular,
		},
		diversity: options.diversity ?? DEFAULTS.diversity,
		freshHalfLife: options.freshHalfLife ?? DEFAULTS.freshHalfLife,
		interestHalfLife: options.interestHalfLife ?? DEFAULTS.interestHalfLife,
	};
}
