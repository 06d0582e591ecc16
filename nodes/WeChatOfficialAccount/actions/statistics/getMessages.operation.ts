import { itemOperation } from '../operation';
import { endpointsOf, limitsOf, readSpan, spanFields, type Figures } from './span';

const FIGURES: Figures[] = [
	{ name: 'By Day', value: 'getupstreammsg', step: 7 },
	{ name: 'By Hour', value: 'getupstreammsghour', step: 1 },
	{ name: 'By Month', value: 'getupstreammsgmonth', step: 'month' },
	{ name: 'By Week', value: 'getupstreammsgweek', step: 'week' },
	{ name: 'Distribution by Day', value: 'getupstreammsgdist', step: 15 },
	{ name: 'Distribution by Month', value: 'getupstreammsgdistmonth', step: 'month' },
	{ name: 'Distribution by Week', value: 'getupstreammsgdistweek', step: 'week' },
];

export const getMessages = itemOperation({
	option: {
		name: 'Get Messages',
		value: 'getMessages',
		action: 'Get message statistics',
		description: 'Get how many messages followers have sent',
	},
	endpoints: endpointsOf(FIGURES),
	limits: limitsOf(FIGURES),
	fields: spanFields(FIGURES),
	async execute(ctx, values) {
		return await readSpan(ctx, values, FIGURES);
	},
});
