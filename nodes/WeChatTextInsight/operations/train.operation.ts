import { onlyNow } from '../../shared/engagement/fields';
import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import { text, type ValuesOf } from '../../shared/operations/fields';
import { trainModel } from '../engine/train';
import { textColumn, textRows } from '../fields/texts';

const fields = {
	textColumn,
	labelColumn: text('Label Column', {
		default: 'label',
		placeholder: 'e.g. label',
		description: 'Field of the items that holds what a person has decided',
		hint: 'positive, neutral and negative (or 1, 0, -1) train the mood; other labels, for example departments, are added to the mood',
		requiresDataPath: 'single',
	}),
	modelKey: text('Model Name', {
		default: 'default',
		placeholder: 'e.g. comments',
		description:
			'Name under which the model is stored; training again with the same name replaces it',
	}),
	options: onlyNow,
};

/** One row with the model and how good it is, to be stored in a table. */
function run({ ctx, outputs }: RowRun, values: ValuesOf<typeof fields>): void {
	const { labelColumn, modelKey: key } = values;
	const rows = textRows(ctx, outputs, values.textColumn, (reader) =>
		reader.text(labelColumn).trim(),
	);
	const { isMood, labels, shippedAccuracy, ...training } = trainModel(
		rows.map(({ text, value: label }) => ({ text, label })),
	);
	outputs.add(
		0,
		{
			key,
			...training,
			decides: isMood ? 'sentiment' : 'label',
			labels: labels.join(', '),
			shippedAccuracy: shippedAccuracy ?? null,
			trainedAt: new Date(values.options.now ?? Date.now()).toISOString(),
		},
		rows.map(({ itemIndex }) => itemIndex),
	);
}

export const train = rowOperation({
	option: {
		name: 'Train',
		value: 'train',
		action: 'Train a model on labelled texts',
		description: 'Learn from your own labelled comments; the model goes into a table',
	},
	fields,
	outputs: ['Model'],
	run,
});
