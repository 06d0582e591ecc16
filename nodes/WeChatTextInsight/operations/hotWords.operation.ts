import type { IExecuteFunctions } from 'n8n-workflow';
import { DAY_MS } from '../../shared/calendar/days';
import { now } from '../../shared/engagement/fields';
import { ranged } from '../../shared/engagement/numbers';
import type { Outputs } from '../../shared/engagement/outputs';
import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import {
	choice,
	collection,
	mapped,
	optionalText,
	text,
	type Field,
	type ValuesOf,
} from '../../shared/operations/fields';
import { hotWords as findWords } from '../engine/hotWords';
import { textColumn, textRows, type TextRow } from '../fields/texts';

const MAX_WORDS = 50;
const MIN_TEXTS = 3;

/** Words between white space, commas and the like. */
const wordList = (displayName: string, placeholder: string, description: string): Field<string[]> =>
	mapped(
		optionalText(displayName, { typeOptions: { rows: 2 }, placeholder, description }),
		(words) => words.split(/[\s,，、;；]+/).filter((word) => word !== ''),
	);

const fields = {
	textColumn,
	timeColumn: text('Time Column', {
		default: 'at',
		placeholder: 'e.g. createdAt',
		description: 'Field of the items that holds the time of the text',
		requiresDataPath: 'single',
	}),
	periodDays: ranged(
		'Period (Days)',
		{ fallback: 7 },
		{
			description:
				'Texts from this many days up to now are analyzed and compared with older ones. 0 analyzes all texts, whatever their time.',
		},
	),
	compareWith: choice(
		'Compare With',
		[
			{
				name: 'Earlier Texts',
				value: 'earlier',
				description: 'The older items; without any, general Chinese',
			},
			{
				name: 'General Chinese',
				value: 'general',
				description: 'The word frequencies of the dictionary',
			},
		],
		'earlier',
		{ description: 'What makes a frequent word a hot one' },
	),
	options: collection('Options', 'Add option', {
		ignoredWords: wordList(
			'Ignored Words',
			'e.g. words between spaces or commas',
			'Words to leave out, for example your own brand',
		),
		maxWords: ranged(
			'Max Words',
			{ fallback: MAX_WORDS, min: 1, integer: true },
			{ description: 'Maximum number of words to return, highest score first' },
		),
		minTexts: ranged(
			'Min Texts',
			{ fallback: MIN_TEXTS, min: 1, integer: true },
			{ description: 'Minimum number of texts that contain the word' },
		),
		now,
		userWords: wordList(
			'User Dictionary',
			'e.g. product names between spaces or commas',
			'Words to keep together, such as names of products and people',
		),
	}),
};

interface Period {
	own: Array<TextRow<number>>;
	earlier: Array<TextRow<number>>;
	start?: number;
	end: number;
}

/** Which texts belong to the period, and which are older. Texts after now belong to neither. */
function splitByTime(
	ctx: IExecuteFunctions,
	outputs: Outputs,
	values: ValuesOf<typeof fields>,
): Period {
	const end = values.options.now ?? Date.now();
	const { periodDays: days, textColumn: column } = values;
	if (days === 0) return { own: textRows(ctx, outputs, column, () => end), earlier: [], end };
	const { timeColumn } = values;
	const start = end - days * DAY_MS;
	const rows = textRows(ctx, outputs, column, (reader) => reader.time(timeColumn));
	return {
		own: rows.filter(({ value: at }) => at >= start && at <= end),
		earlier: rows.filter(({ value: at }) => at < start),
		start,
		end,
	};
}

/** One row per word, to be stored or shown. */
function run({ ctx, outputs }: RowRun, values: ValuesOf<typeof fields>): void {
	const { options } = values;
	const { own, earlier, start, end } = splitByTime(ctx, outputs, values);
	const isGeneral = values.compareWith === 'general';
	const found = findWords(
		own.map(({ text }) => text),
		isGeneral ? [] : earlier.map(({ text }) => text),
		{
			userWords: options.userWords ?? [],
			ignoredWords: options.ignoredWords ?? [],
			minDocuments: options.minTexts ?? MIN_TEXTS,
			limit: options.maxWords ?? MAX_WORDS,
		},
	);
	const periodEnd = new Date(end).toISOString();
	const periodStart = start === undefined ? null : new Date(start).toISOString();
	for (const { word, examples, ...figures } of found) {
		const sources = examples.map(({ source }) => own[source]?.itemIndex ?? 0);
		outputs.add(
			0,
			{
				key: `${(periodStart ?? 'all').slice(0, 10)}|${periodEnd.slice(0, 10)}|${word}`,
				word,
				...figures,
				examples: examples.map(({ text }) => text).join(' | '),
				periodStart,
				periodEnd,
			},
			sources,
		);
	}
}

export const hotWords = rowOperation({
	option: {
		name: 'Hot Words',
		value: 'hotWords',
		action: 'Find hot words',
		description: 'Frequent and new words of a period, compared with the time before',
	},
	fields,
	outputs: ['Hot Words'],
	run,
});
