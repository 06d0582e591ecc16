import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ranged } from '../../shared/engagement/numbers';
import { forEachItem } from '../../shared/engagement/outputs';
import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import { UserInputError } from '../../shared/inputError';
import { wordsOf } from '../../shared/message/words';
import {
	asStored,
	collection,
	flag,
	mapped,
	optionalText,
	valuesOf,
	type ValuesOf,
} from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { createAnalyzer, type Analyzer, type Insight } from '../engine/analyzer';
import type { Sentiment } from '../engine/sentiment';
import type { WatchedWord } from '../../shared/text/sensitive';

const OUTPUT_OF: Record<Sentiment, number> = { positive: 0, neutral: 1, negative: 2 };
/** The output for texts whose mood is not clear, and for items that failed. */
const UNSURE = 3;
/** The output for what cannot wait, whatever its mood. */
const URGENT = 4;
const DEFAULT_THRESHOLD = 0.6;
const OWN_CATEGORY = 'own';

/** One word per line, with its category before a colon where it has one. */
function watchedWords(text: string): WatchedWord[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const [, category = OWN_CATEGORY, word = line] =
				/^([^:：]{1,30})[:：]\s*(.+)$/.exec(line) ?? [];
			return { word: word.trim(), category: category.trim() };
		});
}

const fields = {
	text: asStored({
		displayName: 'Text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. {{ $json.comment }}',
		description:
			'The comment or message. Leave empty to take it from the item: content (comment trigger), Content (message trigger) or text.',
	}),
	options: collection('Options', 'Add option', {
		builtInSensitiveWords: flag(
			'Built-in Sensitive Words',
			true,
			'Whether to look for abuse, fraud, gambling, drugs, adult content, weapons, self-harm, advertising and private data with the lists of the node',
		),
		maskContacts: flag(
			'Mask Contact Data',
			true,
			'Whether to hide the middle of phone numbers, WeChat IDs and addresses',
		),
		model: optionalText('Model', {
			typeOptions: { rows: 2 },
			placeholder: "e.g. {{ $('Get model').first().json.model }}",
			description: "The column 'model' of a row that Train gave. The first item decides for all.",
		}),
		sensitiveWords: mapped(
			optionalText('Sensitive Words', {
				typeOptions: { rows: 4 },
				placeholder: 'e.g. competitor: Brand X',
				description:
					'Your own words to watch for, one per line, optionally after a category and a colon',
			}),
			watchedWords,
		),
		unsureBelow: ranged(
			'Unsure Below',
			{ fallback: DEFAULT_THRESHOLD, max: 1 },
			{
				description:
					'Texts judged with less confidence go to the output Unsure, for a person or a language model. 0 sends nothing there.',
			},
		),
	}),
};

/** Made once for all items: the first item decides about the options. */
function analyzerOf({ options }: ValuesOf<typeof fields>): {
	analyzer: Analyzer;
	threshold: number;
} {
	const analyzer = createAnalyzer({
		maskContacts: options.maskContacts ?? true,
		builtInSensitiveWords: options.builtInSensitiveWords ?? true,
		sensitiveWords: options.sensitiveWords ?? [],
		model: options.model?.trim() ?? '',
	});
	return { analyzer, threshold: options.unsureBelow ?? DEFAULT_THRESHOLD };
}

/** Where the triggers and the rows of the package keep a text, in this order. */
const TEXT_FIELDS = ['content', 'Content', 'text'];

/** Reads the text of an item. Without a parameter no expression has to be evaluated for each of thousands of items. */
function textReader(
	ctx: IExecuteFunctions,
): (itemIndex: number, item: INodeExecutionData) => unknown {
	const isAutomatic = String(ctx.getNode().parameters.text ?? '').trim() === '';
	if (!isAutomatic) {
		return (itemIndex, { json }) =>
			valuesOf(fields, parametersOf(ctx, itemIndex)).text ?? wordsOf(json);
	}
	return (_, { json }) =>
		wordsOf(json) ?? TEXT_FIELDS.map((field) => json[field]).find((value) => value !== undefined);
}

function checkedText(value: unknown, itemIndex: number): string {
	if (typeof value === 'object' && value !== null) {
		throw new UserInputError(
			`[Item ${itemIndex + 1}] 'Text' is not a text`,
			'Choose a field that holds plain text.',
		);
	}
	if (value !== null && value !== undefined) return String(value);
	throw new UserInputError(
		`[Item ${itemIndex + 1}] 'Text' is empty`,
		"Put the field with the comment or message into 'Text', and leave out items without text, such as pictures, with a Filter node.",
	);
}

function outputOf({ urgencyKinds, confidence, sentiment }: Insight, threshold: number): number {
	if (urgencyKinds.length > 0) return URGENT;
	return confidence < threshold ? UNSURE : OUTPUT_OF[sentiment];
}

/** Sends each item with its `insight` to *Urgent*, to the output of its mood, or to *Unsure*. */
function run({ ctx, outputs }: RowRun, first: ValuesOf<typeof fields>): void {
	const { analyzer, threshold } = analyzerOf(first);
	const read = textReader(ctx);
	forEachItem(ctx, outputs, (itemIndex, item) => {
		const insight = analyzer.analyze(checkedText(read(itemIndex, item), itemIndex));
		outputs.add(outputOf(insight, threshold), { ...item.json, insight: { ...insight } }, itemIndex);
	});
}

export const analyze = rowOperation({
	option: {
		name: 'Analyze',
		value: 'analyze',
		action: 'Analyze texts',
		description: 'Mood, question, intent, urgency, contact data and sensitive words of each text',
	},
	fields,
	outputs: ['Positive', 'Neutral', 'Negative', 'Unsure', 'Urgent'],
	errorOutput: UNSURE,
	run,
});
