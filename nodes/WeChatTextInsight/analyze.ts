import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { optionsOf } from '../shared/engagement/fields';
import { forEachItem, Outputs } from '../shared/engagement/outputs';
import { UserInputError } from '../shared/inputError';
import { createAnalyzer, type Analyzer } from './engine/analyzer';
import type { Sentiment } from './engine/sentiment';
import type { WatchedWord } from './engine/topics';

const OUTPUT_OF: Record<Sentiment, number> = { positive: 0, neutral: 1, negative: 2 };
const UNSURE = 3;
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

/** Made once for all items: the first item decides about the options. */
function analyzerOf(ctx: IExecuteFunctions): { analyzer: Analyzer; threshold: number } {
	const options = optionsOf(ctx, 0);
	const threshold = Number(options.unsureBelow ?? DEFAULT_THRESHOLD);
	if (!(threshold >= 0 && threshold <= 1)) {
		throw new UserInputError(
			`'Unsure Below' is not a share: "${String(options.unsureBelow)}"`,
			'Enter a number from 0 to 1, for example 0.6.',
		);
	}
	const analyzer = createAnalyzer({
		maskContacts: options.maskContacts !== false,
		builtInSensitiveWords: options.builtInSensitiveWords !== false,
		sensitiveWords: watchedWords(String(options.sensitiveWords ?? '')),
		model: String(options.model ?? '').trim(),
	});
	return { analyzer, threshold };
}

/** Where the triggers and the rows of the package keep a text, in this order. */
const TEXT_FIELDS = ['content', 'Content', 'text'];

/** Reads the text of an item. Without a parameter no expression has to be evaluated for each of thousands of items. */
function textReader(ctx: IExecuteFunctions): (itemIndex: number) => unknown {
	const isAutomatic = String(ctx.getNode().parameters.text ?? '').trim() === '';
	if (!isAutomatic) return (itemIndex) => ctx.getNodeParameter('text', itemIndex, '');
	const items = ctx.getInputData();
	return (itemIndex) => {
		const { json } = items[itemIndex] ?? { json: {} };
		return TEXT_FIELDS.map((field) => json[field]).find((value) => value !== undefined);
	};
}

function checkedText(value: unknown, itemIndex: number): string {
	if (typeof value === 'object' && value !== null) {
		throw new UserInputError(
			`[Item ${itemIndex + 1}] 'Text' is not a text`,
			'Choose a field that holds plain text.',
		);
	}
	const text = value === null || value === undefined ? '' : String(value);
	if (text.trim() !== '') return text;
	throw new UserInputError(
		`[Item ${itemIndex + 1}] 'Text' is empty`,
		"Put the field with the comment or message into 'Text', and leave out items without text, such as pictures, with a Filter node.",
	);
}

/** Sends each item with its `insight` to the output of its mood, or to *Unsure*. */
export function analyze(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const { analyzer, threshold } = analyzerOf(ctx);
	const items = ctx.getInputData();
	const read = textReader(ctx);
	const outputs = new Outputs(UNSURE + 1, UNSURE);
	forEachItem(ctx, outputs, (itemIndex) => {
		const insight = analyzer.analyze(checkedText(read(itemIndex), itemIndex));
		const isUnsure = insight.confidence < threshold;
		const output = isUnsure ? UNSURE : OUTPUT_OF[insight.sentiment];
		outputs.add(output, { ...items[itemIndex]?.json, insight: { ...insight } }, itemIndex);
	});
	return outputs.toData(ctx);
}
