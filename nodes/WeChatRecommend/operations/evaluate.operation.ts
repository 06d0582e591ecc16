import { rowOperation } from '../../shared/engagement/rowOperation';
import { collection } from '../../shared/operations/fields';
import { evaluate as evaluateOn } from '../engine/evaluate';
import { evaluationJson } from '../engine/results';
import { catalogue, history } from './rows';
import { count, scoringOf, scoringOptions, weights } from './scoring';

/** Judges the settings by the history; one item, whatever came in. */
export const evaluate = rowOperation({
	option: {
		name: 'Evaluate',
		value: 'evaluate',
		action: 'Evaluate recommendations on the history',
		description:
			'Hide the last thing everyone took up, and count how often it would have been recommended',
	},
	outputs: ['Report'],
	fields: {
		catalogue,
		history,
		count,
		weights,
		options: collection('Options', 'Add option', scoringOptions),
	},
	run: ({ ctx, outputs }, values) => {
		const scoring = scoringOf(values);
		const result = evaluateOn(values.catalogue(ctx), values.history(ctx), scoring);
		outputs.add(0, evaluationJson(result, scoring.count), [...ctx.getInputData().keys()]);
	},
});
