import { UserInputError } from '../../../shared/inputError';
import { choice, mapped, text, type Field } from '../../../shared/operations/fields';
import { splitList } from '../../../shared/text/list';
import { tagFields } from '../tagFields';
import { scoreOptions } from './options';

/** Four ascending numbers, as text. */
const thresholds = (label: string, numbers: string, description: string): Field<number[]> =>
	mapped(
		text(label, {
			default: numbers,
			placeholder: `e.g. ${numbers}`,
			displayOptions: { show: { scoring: ['fixed'] } },
			description,
		}),
		(list) => {
			const found = splitList(list).map(Number);
			const isAscending = found.every(
				(number, place) => number > (found[place - 1] ?? Number.NEGATIVE_INFINITY),
			);
			if (found.length === 4 && found.every(Number.isFinite) && isAscending) return found;
			throw new UserInputError(
				`'${label}' is not a list of four ascending numbers: "${list}"`,
				'Enter four numbers, e.g. 7, 14, 30, 60.',
			);
		},
	);

/** The fields of *Score*, wherever its records are. */
export const scoreFields = {
	scoring: choice(
		'Scoring',
		[
			{
				name: 'Fixed Thresholds',
				value: 'fixed',
				description: 'Scores from 1 to 5 by bounds of your own; comparable over time',
			},
			{
				name: 'Mean Split',
				value: 'mean',
				description: 'High or low beside the mean, as in the classic model of eight segments',
			},
			{
				name: 'Quantiles',
				value: 'quantile',
				description: 'Scores from 1 to 5, each for a fifth of the followers',
			},
		],
		'quantile',
		{ description: 'How recency, frequency and value become scores' },
	),
	recencyThresholds: thresholds(
		'Recency Thresholds',
		'7, 14, 30, 60',
		'Most days since the last activity for the scores 5, 4, 3 and 2',
	),
	frequencyThresholds: thresholds(
		'Frequency Thresholds',
		'2, 3, 5, 8',
		'Least active days for the scores 2, 3, 4 and 5',
	),
	monetaryThresholds: thresholds(
		'Value Thresholds',
		'5, 10, 20, 40',
		'Least points, or fen where orders are given, for the scores 2, 3, 4 and 5',
	),
	...tagFields,
	options: scoreOptions,
};
