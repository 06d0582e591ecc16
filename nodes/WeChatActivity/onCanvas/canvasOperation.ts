import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { nowOf } from '../../shared/engagement/fields';
import { forEachItem, type Outputs } from '../../shared/engagement/outputs';
import { ROWS_OUTPUT, type RecordOperation } from '../../shared/engagement/recordOperation';
import { rowOperation } from '../../shared/engagement/rowOperation';
import { valuesOf, type Fields, type ValuesOf } from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { toStored } from '../engine/row';
import type { Step } from '../engine/step';
import { stepJson } from '../items/step';
import { isWhole } from './knownRows';

/** Outputs where the rows are items on the canvas, or always are. */
export const CANVAS_OUTPUTS = ['Result', ROWS_OUTPUT];

const RESULT = 0;
const ROWS = 1;

/** What comes of an item. */
export interface Answer {
	/** For the first output, as `activity`. */
	activity: IDataObject;
	/** Flat rows for the second output. */
	rows: object[];
}

/** An item with the values of the fields for it. */
export interface CanvasItem<F extends Fields> {
	itemIndex: number;
	json: IDataObject;
	/** Epoch milliseconds that count as now. */
	now: number;
	values: ValuesOf<F>;
}

interface CanvasOperation<F extends Fields> {
	option: RecordOperation['option'];
	fields: F;
	/**
	 * Reads the rules and the known rows once, and gives the work for an item.
	 *
	 * @param first values for the first item, which decide about rules and known rows
	 */
	begin(first: ValuesOf<F>, ctx: IExecuteFunctions): (item: CanvasItem<F>) => Answer;
}

/** The answer to a step. */
export const answerTo = (
	step: Step,
	ids: { activityId: string; openId?: string },
	reply: string,
	more: IDataObject = {},
): Answer => ({ activity: stepJson(step, ids, reply, more), rows: step.rows.map(toStored) });

function give(
	outputs: Outputs,
	{ activity, rows }: Answer,
	json: IDataObject,
	from: number | number[],
): void {
	outputs.add(RESULT, { ...json, activity }, from);
	for (const row of rows) outputs.add(ROWS, { ...row }, from);
}

/** An operation whose rows always are items on the canvas: known rows in, rows to be stored out. */
export function canvasOperation<F extends Fields>(operation: CanvasOperation<F>): RecordOperation {
	const { option, fields, begin } = operation;
	return rowOperation({
		option,
		fields,
		outputs: CANVAS_OUTPUTS,
		run: ({ ctx, outputs }, first) => {
			let work: ((item: CanvasItem<F>) => Answer) | undefined;
			const answerFor = (itemIndex: number, json: IDataObject): Answer => {
				// Begun within the first item, so that rules that cannot be read are errors of items.
				work ??= begin(first, ctx);
				const now = nowOf(ctx, itemIndex);
				const values = valuesOf(fields, parametersOf(ctx, itemIndex));
				return work({ itemIndex, json, now, values });
			};
			if (isWhole(ctx)) {
				give(outputs, answerFor(0, {}), {}, [...ctx.getInputData().keys()]);
				return;
			}
			forEachItem(ctx, outputs, (itemIndex, { json }) =>
				give(outputs, answerFor(itemIndex, json), json, itemIndex),
			);
		},
	});
}
