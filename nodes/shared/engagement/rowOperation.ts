import type { IExecuteFunctions } from 'n8n-workflow';
import { propertiesOfFields, valuesOf, type Fields, type ValuesOf } from '../operations/fields';
import { parametersOf } from '../operations/parameters';
import type { Outputs } from './outputs';
import { plainOperation } from './plainOperation';
import type { RecordOperation } from './recordOperation';

/** A run of such an operation. */
export interface RowRun {
	ctx: IExecuteFunctions;
	outputs: Outputs;
}

interface RowOperation<F extends Fields> extends Pick<RecordOperation, 'option' | 'outputs'> {
	/** The output that error items go to; the first, when it is absent. */
	errorOutput?: number;
	fields: F;
	/**
	 * Does the work for all items. What it throws is an error of the whole run.
	 *
	 * @param first values for the first item, for what holds for all
	 */
	run(at: RowRun, first: ValuesOf<F>): Promise<void> | void;
}

/** An operation on rows as they come in: it keeps no records, and rows to be stored go out. */
export const rowOperation = <F extends Fields>({
	fields,
	run,
	...listed
}: RowOperation<F>): RecordOperation =>
	plainOperation({
		...listed,
		properties: propertiesOfFields(fields),
		run: async (ctx, outputs) =>
			await run({ ctx, outputs }, valuesOf(fields, parametersOf(ctx, 0))),
	});
