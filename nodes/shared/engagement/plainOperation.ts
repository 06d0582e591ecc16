import type { IExecuteFunctions } from 'n8n-workflow';
import { Outputs } from './outputs';
import type { RecordOperation } from './recordOperation';

interface PlainOperation extends Pick<RecordOperation, 'option' | 'outputs' | 'properties'> {
	/** The output that error items go to; the first, when it is absent. */
	errorOutput?: number;
	/** Does the work for all items. What it throws is an error of the whole run. */
	run(ctx: IExecuteFunctions, outputs: Outputs): Promise<void> | void;
}

/** An operation that only calculates: it keeps no records, and items go in and out as they are. */
export function plainOperation({ errorOutput, run, ...listed }: PlainOperation): RecordOperation {
	return {
		...listed,
		run: async (ctx) => {
			const outputs = new Outputs(ctx, listed.outputs.length, errorOutput);
			try {
				await run(ctx, outputs);
			} catch (error) {
				outputs.fail(error);
			}
			return outputs.toData();
		},
	};
}
