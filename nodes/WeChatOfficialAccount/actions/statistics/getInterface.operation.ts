import { itemOperation } from '../operation';
import { endpointsOf, limitsOf, readSpan, spanFields, type Figures } from './span';

const FIGURES: Figures[] = [
	{ name: 'By Day', value: 'getinterfacesummary', step: 30 },
	{ name: 'By Hour', value: 'getinterfacesummaryhour', step: 1 },
];

export const getInterface = itemOperation({
	option: {
		name: 'Get Interface',
		value: 'getInterface',
		action: 'Get interface statistics',
		description: 'Get how fast and how often the server URL has answered',
	},
	endpoints: endpointsOf(FIGURES),
	limits: limitsOf(FIGURES),
	fields: spanFields(FIGURES),
	async execute(ctx, values) {
		return await readSpan(ctx, values, FIGURES);
	},
});
