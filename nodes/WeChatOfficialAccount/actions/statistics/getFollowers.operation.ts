import { itemOperation } from '../operation';
import { endpointsOf, limitsOf, readSpan, spanFields, type Figures } from './span';

const FIGURES: Figures[] = [
	{ name: 'Daily Gains and Losses', value: 'getusersummary', step: 7 },
	{ name: 'Totals', value: 'getusercumulate', step: 7 },
];

export const getFollowers = itemOperation({
	option: {
		name: 'Get Followers',
		value: 'getFollowers',
		action: 'Get follower statistics',
		description: 'Get new, lost and total followers by day',
	},
	endpoints: endpointsOf(FIGURES),
	limits: limitsOf(FIGURES),
	fields: spanFields(FIGURES),
	async execute(ctx, values) {
		return await readSpan(ctx, values, FIGURES);
	},
});
