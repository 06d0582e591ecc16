import {
	allAtOnce,
	ROWS_OUTPUT,
	type RecordOperation,
} from '../../shared/engagement/recordOperation';
import { rowOperation } from '../../shared/engagement/rowOperation';
import { shownFor } from '../../shared/operations/registry';
import { KEEP_RECORDS_IN } from '../../shared/records/keepIn';
import { RECORDS, recommendFields } from './recommend/fields';
import { OUTPUTS, recommendAll, TABLES } from './recommend/fromRecords';
import { recommendFromRows } from './recommend/onCanvas';

const option = {
	name: 'Recommend',
	value: 'recommend',
	action: 'Recommend content or offers',
	description: 'Choose content or offers for the person of each item',
};

const fromRecords = allAtOnce({
	option,
	outputs: OUTPUTS,
	fields: recommendFields,
	tables: TABLES,
	executeAll: recommendAll,
});

/** The history comes in, and goes out again with what was shown. */
const fromRows = rowOperation({
	option,
	outputs: [...fromRecords.outputs, ROWS_OUTPUT],
	fields: recommendFields,
	run: recommendFromRows,
});

export const recommend: RecordOperation = {
	option,
	// The same wherever the history comes from, so that nothing on a canvas changes places.
	outputs: fromRows.outputs,
	properties: fromRecords.properties.map((property) =>
		property.name === KEEP_RECORDS_IN ? shownFor({ historyFrom: [RECORDS] }, property) : property,
	),
	run: async (ctx) => {
		const isRecorded = ctx.getNodeParameter('historyFrom', 0, '') === RECORDS;
		return await (isRecorded ? fromRecords : fromRows).run(ctx);
	},
};
