import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nowOf } from '../shared/engagement/fields';
import { Outputs } from '../shared/engagement/outputs';
import { trainModel } from './engine/train';
import { columnOf, textRows } from './texts';

/** One row with the model and how good it is, to be stored in a table. */
export function train(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const column = columnOf(ctx, 'labelColumn', 'Label Column');
	const key = columnOf(ctx, 'modelKey', 'Model Key');
	const rows = textRows(ctx);
	const { isMood, labels, shippedAccuracy, ...training } = trainModel(
		rows.map(({ reader, text }) => ({ text, label: reader.text(column).trim() })),
	);
	const outputs = new Outputs(1);
	outputs.add(
		0,
		{
			key,
			...training,
			decides: isMood ? 'sentiment' : 'label',
			labels: labels.join(', '),
			shippedAccuracy: shippedAccuracy ?? null,
			trainedAt: new Date(nowOf(ctx, 0)).toISOString(),
		},
		rows.map(({ itemIndex }) => itemIndex),
	);
	return outputs.toData(ctx);
}
