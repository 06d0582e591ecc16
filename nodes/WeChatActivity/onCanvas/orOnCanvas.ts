import partition from 'lodash/partition';
import { orOnCanvas as choosing } from '../../shared/engagement/orOnCanvas';
import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { KEEP_RECORDS_IN, whereItems } from '../../shared/records/keepIn';

/** An operation that keeps records; where these are items on the canvas, it is another one, with fields of its own. */
export function orOnCanvas(operation: RecordOperation, canvas: RecordOperation): RecordOperation {
	const [keeping, others] = partition(operation.properties, ({ name }) => name === KEEP_RECORDS_IN);
	return {
		...choosing(operation, canvas),
		properties: [
			...keeping,
			...others.map((property) => whereItems('hide', property)),
			...canvas.properties.map((property) => whereItems('show', property)),
		],
	};
}
