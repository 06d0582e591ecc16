import type { IExecuteFunctions } from 'n8n-workflow';
import { now } from '../../shared/engagement/fields';
import { ranged } from '../../shared/engagement/numbers';
import type { Outputs } from '../../shared/engagement/outputs';
import { plainOperation } from '../../shared/engagement/plainOperation';
import { collection, propertiesOfFields, valuesOf } from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { splitList } from '../../shared/text/list';
import { calculate as rowsOf } from '../engine/calculate';
import { factsOf } from '../engine/facts';
import { DEFAULT_OWN_KINDS } from '../engine/kinds';
import { churnWarnings } from '../engine/layers/deep';
import {
	couponGivenKinds,
	couponUsedKinds,
	goals,
	groupJoinKinds,
	groupOfferKinds,
	layers,
	periods,
} from './calculateFields';
import { moreRows, SOURCE, sortedRows } from './rows';
import { targets } from './targets';

const METRICS = 0;
const WARNINGS = 1;

/** Days of silence after which a follower may count as dormant. */
const DORMANT_AFTER = 30;

const fields = {
	moreRows,
	periods,
	layers,
	goals,
	targets,
	options: collection('Options', 'Add option', {
		couponGivenKinds,
		couponUsedKinds,
		dormantAfter: ranged(
			'Dormant After (Days)',
			{ fallback: DORMANT_AFTER, min: 1 },
			{
				description:
					'Days of silence after which a follower may count as dormant; for people with long gaps it is twice their own gap',
			},
		),
		groupJoinKinds,
		groupOfferKinds,
		now,
	}),
};

function run(ctx: IExecuteFunctions, outputs: Outputs): void {
	const values = valuesOf(fields, parametersOf(ctx, SOURCE));
	const { options } = values;
	const wanted = {
		periods: values.periods(options.now ?? Date.now()),
		layers: values.layers,
		targets: values.targets,
	};
	const own = {
		goal: new Set(splitList(values.goals)),
		groupOffer: options.groupOfferKinds ?? DEFAULT_OWN_KINDS.groupOffer,
		groupJoin: options.groupJoinKinds ?? DEFAULT_OWN_KINDS.groupJoin,
		couponGiven: options.couponGivenKinds ?? DEFAULT_OWN_KINDS.couponGiven,
		couponUsed: options.couponUsedKinds ?? DEFAULT_OWN_KINDS.couponUsed,
	};
	const dormantAfter = options.dormantAfter ?? DORMANT_AFTER;
	const { metrics, ...read } = sortedRows(ctx, outputs);
	const facts = factsOf(read, own, dormantAfter);
	for (const row of rowsOf(facts, wanted, metrics)) outputs.add(METRICS, { ...row }, SOURCE);
	const latest = wanted.periods.at(-1);
	if (latest && wanted.layers.includes('deep')) {
		for (const row of churnWarnings(facts, latest)) outputs.add(WARNINGS, { ...row }, SOURCE);
	}
}

/** Keeps nothing. *Collect* does the same with what the nodes have recorded. */
export const calculate = plainOperation({
	option: {
		name: 'Calculate',
		value: 'calculate',
		action: 'Calculate metrics',
		description: 'Turn interactions and statistics into one row per metric and period',
	},
	properties: propertiesOfFields(fields),
	outputs: ['Metrics', 'Churn Warnings'],
	run,
});
