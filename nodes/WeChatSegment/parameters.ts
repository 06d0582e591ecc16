import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { optionsOf } from '../shared/engagement/fields';
import { UserInputError } from '../shared/inputError';
import { splitList } from '../shared/text/list';
import { DEFAULT_WEIGHTS, type Weights } from './engine/activity';
import type { Scoring } from './engine/scores';
import { SEGMENTS, type Segment } from './engine/segments';

interface Bounds {
	fallback: number;
	min?: number;
	max?: number;
}

/** A number of a field or option, which an expression may give as text. */
export function numberFrom(
	value: unknown,
	label: string,
	{ fallback, min = 0, max = Number.POSITIVE_INFINITY }: Bounds,
): number {
	if (value === undefined || value === '') return fallback;
	const number = Number(value);
	if (Number.isFinite(number) && number >= min && number <= max) return number;
	const range = max === Number.POSITIVE_INFINITY ? `${min} or more` : `from ${min} to ${max}`;
	throw new UserInputError(`'${label}' is ${String(value)}`, `Enter a number that is ${range}.`);
}

/** An option that is a number. */
export function optionNumber(
	ctx: IExecuteFunctions,
	name: string,
	label: string,
	bounds: Bounds,
): number {
	return numberFrom(optionsOf(ctx, 0)[name], label, bounds);
}

/** Points per class of activity. */
export function weightsOf(ctx: IExecuteFunctions): Weights {
	const weights = optionsOf(ctx, 0).weights as { points?: IDataObject } | undefined;
	const points = weights?.points ?? {};
	const weight = (name: keyof Weights, label: string) =>
		numberFrom(points[name], label, { fallback: DEFAULT_WEIGHTS[name] });
	return {
		comment: weight('comment', 'Comment'),
		activity: weight('activity', 'Activity'),
		message: weight('message', 'Message'),
		click: weight('click', 'Click'),
	};
}

function thresholds(ctx: IExecuteFunctions, name: string, label: string): number[] {
	const text = String(ctx.getNodeParameter(name, 0));
	const numbers = splitList(text).map(Number);
	const isAscending = numbers.every((number, place) => place === 0 || number > numbers[place - 1]);
	if (numbers.length === 4 && numbers.every(Number.isFinite) && isAscending) return numbers;
	throw new UserInputError(
		`'${label}' is not a list of four ascending numbers: "${text}"`,
		'Enter four numbers, e.g. 7, 14, 30, 60.',
	);
}

/** The chosen way of scoring. */
export function scoringOf(ctx: IExecuteFunctions): Scoring {
	const method = ctx.getNodeParameter('scoring', 0) as Scoring['method'];
	if (method !== 'fixed') return { method };
	return {
		method,
		recency: thresholds(ctx, 'recencyThresholds', 'Recency Thresholds'),
		frequency: thresholds(ctx, 'frequencyThresholds', 'Frequency Thresholds'),
		monetary: thresholds(ctx, 'monetaryThresholds', 'Value Thresholds'),
	};
}

/** Names of the tags of the four segments. */
export function tagNamesOf(ctx: IExecuteFunctions): Map<Segment, string> {
	return new Map(
		SEGMENTS.map((segment): [Segment, string] => {
			const name = String(ctx.getNodeParameter(`${segment}Tag`, 0)).trim();
			if (name !== '') return [segment, name];
			throw new UserInputError(
				`The tag of the segment '${segment}' is empty`,
				'Enter the name of a tag for every segment.',
			);
		}),
	);
}

/**
 * Minutes since midnight.
 *
 * @throws UserInputError when the text is no time of the day
 */
export function minuteFrom(text: string, label: string): number {
	const match = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(text.trim());
	if (match) return Number(match[1]) * 60 + Number(match[2]);
	throw new UserInputError(
		`'${label}' is not a time of the day: "${text}"`,
		'Enter hours and minutes, e.g. 22:00.',
	);
}
