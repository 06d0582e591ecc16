import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { nowOf, optionsOf } from '../shared/engagement/fields';
import { UserInputError } from '../shared/inputError';
import { DEFAULT_TEXTS, type Texts } from './engine/texts';
import { PART_NAMES, type PartName, type Parts, type Settings } from './engine/types';

export const DEFAULT_WEIGHTS: Parts = { tags: 1, together: 1, fresh: 0.3, popular: 0.3 };

const WEIGHT_LABELS: Record<PartName, string> = {
	tags: 'Tags',
	together: 'Read Together',
	fresh: 'Fresh',
	popular: 'Popular',
};

interface Range {
	fallback: number;
	min: number;
	max?: number;
}

function numberIn(
	values: IDataObject,
	name: string,
	label: string,
	{ fallback, min, max = Infinity }: Range,
): number {
	const given = values[name];
	const value = given === undefined || given === '' ? fallback : Number(given);
	if (Number.isFinite(value) && value >= min && value <= max) return value;
	throw new UserInputError(
		`'${label}' is ${String(given)}`,
		max === Infinity
			? `Enter a number of ${min} or more.`
			: `Enter a number from ${min} to ${max}.`,
	);
}

function weightsOf(ctx: IExecuteFunctions): Parts {
	const given = ctx.getNodeParameter('weights', 0, {}) as IDataObject;
	const weights = { ...DEFAULT_WEIGHTS };
	for (const part of PART_NAMES) {
		const range = { fallback: DEFAULT_WEIGHTS[part], min: 0 };
		weights[part] = numberIn(given, part, WEIGHT_LABELS[part], range);
	}
	return weights;
}

/**
 * What holds for everybody in a run, read from the first item.
 *
 * @throws UserInputError when a number is out of its range
 */
export function settingsOf(ctx: IExecuteFunctions): Settings {
	const options = optionsOf(ctx, 0);
	const count = { count: ctx.getNodeParameter('count', 0) as number };
	return {
		now: nowOf(ctx, 0),
		count: Math.floor(
			numberIn(count, 'count', 'Number of Results', { fallback: 3, min: 1, max: 50 }),
		),
		weights: weightsOf(ctx),
		diversity: numberIn(options, 'diversity', 'Diversity', { fallback: 0.3, min: 0, max: 1 }),
		noRepeatDays: numberIn(options, 'noRepeatDays', 'No Repeat (Days)', { fallback: 30, min: 0 }),
		repeatKnown: options.repeatKnown === true,
		interestHalfLife: numberIn(options, 'interestHalfLife', 'Interest Half-Life (Days)', {
			fallback: 30,
			min: 0.1,
		}),
		freshHalfLife: numberIn(options, 'freshHalfLife', 'Fresh Half-Life (Days)', {
			fallback: 14,
			min: 0.1,
		}),
	};
}

/** What followers read; read from the first item. */
export function textsOf(ctx: IExecuteFunctions): Texts {
	return { ...DEFAULT_TEXTS, ...(ctx.getNodeParameter('texts', 0, {}) as Partial<Texts>) };
}
