import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nowOf, optionsOf } from '../shared/engagement/fields';
import { forEachItem, Outputs } from '../shared/engagement/outputs';
import { UserInputError } from '../shared/inputError';
import { deadlineOf } from './engine/deadline';
import { alertRowOf, type Finding } from './engine/decision';
import { digestOf } from './engine/digest';
import { reportOf, reportRows } from './engine/report';
import { isRemembered, sweep } from './engine/sweep';
import { METRICS, type Status } from './engine/types';
import type { SlaSettings } from './engine/slaSettings';
import { OUTPUT_NAMES, type Operation } from './fields/operations';
import { periodOf } from './period';
import { readRows } from './rows';
import { triggerOf } from './trigger';

const OUTPUT_OF: Partial<Record<Status, number>> = { atRisk: 1, breached: 2, met: 3 };
const TO_STORE = 4;
const BREACHED = 1;
const DIGEST = 2;

const pairs = ({ item }: Finding): number[] => (item === undefined ? [] : [item]);

function calculateDeadline(ctx: IExecuteFunctions, outputs: Outputs, settings: SlaSettings): void {
	forEachItem(ctx, outputs, (item) => {
		const trigger = triggerOf(ctx, item, settings);
		const chosen = ctx.getNodeParameter('metrics', item) as string[];
		for (const metric of METRICS.filter((name) => chosen.includes(name))) {
			const decision = deadlineOf(trigger, metric, { ...settings, now: nowOf(ctx, item) });
			if (!decision) {
				throw new UserInputError(
					`[Item ${item + 1}] 'Policies' have no target '${metric}' for the tier "${trigger.tier || settings.defaultTier}"`,
					"Enter its minutes in the policy, or leave it out of 'Deadlines'.",
				);
			}
			outputs.add(0, { ...decision }, item);
		}
	});
}

function evaluate(ctx: IExecuteFunctions, outputs: Outputs, settings: SlaSettings): void {
	const { events, stored } = readRows(ctx, outputs, settings);
	const repeats = optionsOf(ctx, 0).repeatStored === true;
	for (const finding of sweep(events, settings)) {
		const { decision } = finding;
		const isNew = !stored.has(decision.key);
		if (isNew || repeats) {
			outputs.add(OUTPUT_OF[decision.status] ?? 0, { ...decision }, pairs(finding));
		}
		if (isNew && isRemembered(decision)) {
			outputs.add(TO_STORE, { ...alertRowOf(decision, settings.now) }, pairs(finding));
		}
	}
}

function report(ctx: IExecuteFunctions, outputs: Outputs, settings: SlaSettings): void {
	const { events } = readRows(ctx, outputs, settings);
	const result = reportOf(events, periodOf(ctx, settings), settings);
	for (const row of reportRows(result)) outputs.add(0, row, 0);
	for (const finding of result.breached) {
		outputs.add(BREACHED, { ...finding.decision }, pairs(finding));
	}
	const { from, to } = result.period;
	const text = digestOf(result, settings.calendar);
	outputs.add(
		DIGEST,
		{ from: new Date(from).toISOString(), to: new Date(to).toISOString(), text },
		0,
	);
}

const OPERATIONS = { calculateDeadline, evaluate, report };

/** Runs an operation for all items; what cannot be read of an item becomes an error item in `outputs`. */
export function runOperation(
	ctx: IExecuteFunctions,
	operation: Operation,
	settings: SlaSettings,
): INodeExecutionData[][] {
	const outputs = new Outputs(OUTPUT_NAMES[operation].length);
	OPERATIONS[operation](ctx, outputs, settings);
	return outputs.toData(ctx);
}
