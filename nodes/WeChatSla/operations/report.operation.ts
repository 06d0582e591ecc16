import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import type { ValuesOf } from '../../shared/operations/fields';
import { isoOf } from '../engine/decision';
import { digestOf } from '../engine/digest';
import { reportOf, reportRows } from '../engine/report';
import { period } from '../fields/period';
import { policies } from '../fields/policies';
import { settingsFields, settingsOf } from '../fields/settings';
import { itemsOf, readRows, storedRows } from '../onCanvas/rows';

const fields = {
	period,
	policies,
	hours: settingsFields.hours,
	storedRows,
	options: settingsFields.options,
};

const REPORT = 0;
const BREACHED = 1;
const DIGEST = 2;

function run({ ctx, outputs }: RowRun, values: ValuesOf<typeof fields>): void {
	const settings = settingsOf(values, values.policies(ctx), values.options.now ?? Date.now());
	const { events } = readRows(ctx, outputs, settings);
	const result = reportOf(events, values.period(settings), settings);
	for (const row of reportRows(result)) outputs.add(REPORT, row, 0);
	for (const finding of result.breached) {
		outputs.add(BREACHED, { ...finding.decision }, itemsOf(finding));
	}
	const { from, to } = result.period;
	const text = digestOf(result, settings.calendar);
	outputs.add(DIGEST, { from: isoOf(from), to: isoOf(to), text }, 0);
}

/** Keeps nothing. *Get Report* does the same with what the node has kept. */
export const report = rowOperation({
	option: {
		name: 'Report on Rows',
		value: 'report',
		action: 'Report on rows of cases',
		description: 'Summarize from rows of your own store how well the targets were met',
	},
	fields,
	outputs: ['Report', 'Breached', 'Digest'],
	run,
});
