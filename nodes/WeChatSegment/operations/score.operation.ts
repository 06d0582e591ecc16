import type { INodeProperties } from 'n8n-workflow';
import { perAccount } from '../../shared/engagement/perAccount';
import {
	allAtOnce,
	ROWS_OUTPUT,
	type RecordOperation,
} from '../../shared/engagement/recordOperation';
import { rowOperation } from '../../shared/engagement/rowOperation';
import { isOnCanvas, KEEP_RECORDS_IN, whereItems } from '../../shared/records/keepIn';
import { previous } from './rows';
import { scoreFields } from './score/fields';
import { OUTPUTS, scoreAccount, TABLES } from './score/inTables';
import { canvasFields, scoreRows } from './score/onCanvas';

const option = {
	name: 'Score',
	value: 'score',
	action: 'Score followers',
	description:
		'Sort followers into segments by recency, frequency and value of what they did or ordered',
};

const inTables = allAtOnce({
	option,
	outputs: OUTPUTS,
	errorsTo: 'summary',
	fields: scoreFields,
	tables: TABLES,
	takesItems: true,
	executeAll: async (items) =>
		await perAccount(items, async ({ at, values }) => await scoreAccount(at, values)),
});

/** The same where the records are items on the canvas, with outputs of its own. */
export const scoreOnCanvas = rowOperation({
	option,
	outputs: ['High Value', 'Potential', 'Dormant', 'Lost', ROWS_OUTPUT],
	fields: canvasFields,
	run: scoreRows,
});

/** What the last run stored comes by the canvas only where the records are items on it. */
const withPrevious = (properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => {
		if (property.name !== KEEP_RECORDS_IN) return [property];
		const known = previous.describe('previous');
		return [property, ...known.map((field) => whereItems('show', field))];
	});

export const score: RecordOperation = {
	...inTables,
	properties: withPrevious(inTables.properties),
	run: async (ctx) => await (isOnCanvas(ctx) ? scoreOnCanvas : inTables).run(ctx),
};
