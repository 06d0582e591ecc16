import { isOnCanvas } from '../records/keepIn';
import type { RecordOperation } from './recordOperation';

/** An operation that keeps records; where these are items on the canvas, another one does the same with rows. */
export const orOnCanvas = (
	operation: RecordOperation,
	canvas: Pick<RecordOperation, 'run'>,
): RecordOperation => ({
	...operation,
	run: async (ctx) => await (isOnCanvas(ctx) ? canvas : operation).run(ctx),
});
