import type { IExecuteFunctions } from 'n8n-workflow';
import { ranged } from '../../shared/engagement/numbers';
import type { Outputs } from '../../shared/engagement/outputs';
import { plainOperation } from '../../shared/engagement/plainOperation';
import { collection, propertiesOfFields, valuesOf } from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { detectAlerts as find } from '../engine/alerts';
import { alertFields as rules } from './alertFields';
import { moreRows, SOURCE, sortedRows } from './rows';

const fields = {
	moreRows,
	options: collection('Options', 'Add option', {
		direction: rules.direction,
		minSample: rules.minSample,
		latest: ranged(
			'Periods to Check',
			{ fallback: 1, min: 1 },
			{ description: 'How many of the latest days, weeks or months of each metric to check' },
		),
		threshold: rules.threshold,
	}),
};

function run(ctx: IExecuteFunctions, outputs: Outputs): void {
	const { options } = valuesOf(fields, parametersOf(ctx, SOURCE));
	const { direction = 'worse', latest = 1, minSample = 4, threshold = 3.5 } = options;
	const { metrics } = sortedRows(ctx, outputs);
	for (const alert of find(metrics, { direction, latest, minSample, threshold })) {
		outputs.add(0, { ...alert }, SOURCE);
	}
}

/** Keeps nothing. *Find New Alerts* does the same with what was collected. */
export const detectAlerts = plainOperation({
	option: {
		name: 'Detect Alerts',
		value: 'detectAlerts',
		action: 'Detect alerts',
		description: 'Find values that are far from those of earlier weeks',
	},
	properties: propertiesOfFields(fields),
	outputs: ['Alerts'],
	run,
});
