import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import type { ValuesOf } from '../../shared/operations/fields';
import { alertRowOf } from '../engine/decision';
import { isRemembered, sweep } from '../engine/sweep';
import type { Status } from '../../shared/sla/types';
import { policies } from '../fields/policies';
import { settingsFields, settingsOf } from '../fields/settings';
import { itemsOf, readRows, storedRows } from '../onCanvas/rows';

const fields = {
	policies,
	hours: settingsFields.hours,
	storedRows,
	options: settingsFields.options,
};

const OUTPUT_OF: Partial<Record<Status, number>> = { atRisk: 1, breached: 2, met: 3 };
const TO_STORE = 4;

function run({ ctx, outputs }: RowRun, values: ValuesOf<typeof fields>): void {
	const settings = settingsOf(values, values.policies(ctx), values.options.now ?? Date.now());
	const { events, stored } = readRows(ctx, outputs, settings);
	const repeats = values.options.repeatStored ?? false;
	for (const finding of sweep(events, settings)) {
		const { decision } = finding;
		const isNew = !stored.has(decision.key);
		if (isNew || repeats) {
			outputs.add(OUTPUT_OF[decision.status] ?? 0, { ...decision }, itemsOf(finding));
		}
		if (isNew && isRemembered(decision)) {
			outputs.add(TO_STORE, { ...alertRowOf(decision, settings.now) }, itemsOf(finding));
		}
	}
}

/** Keeps nothing: rows of cases in, findings and rows out. *Check* does the same with what the node has kept. */
export const evaluate = rowOperation({
	option: {
		name: 'Evaluate Rows',
		value: 'evaluate',
		action: 'Evaluate rows of cases',
		description: 'Find out from rows of your own store which cases are at risk, late or in time',
	},
	fields,
	outputs: ['On Track', 'At Risk', 'Breached', 'Met', 'Rows to Store'],
	run,
});
