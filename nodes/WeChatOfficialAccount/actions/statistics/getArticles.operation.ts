import { choice } from '../../../shared/operations/fields';
import { itemOperation } from '../operation';
import { endpointsOf, limitsOf, readSpan, spanFields, type Figures } from './span';

/** Since when WeChat counts articles in this way. */
const SINCE = '2025-11-01';

const FIGURES: Figures[] = [
	{ name: 'Account Summary', value: 'getbizsummary', step: 30, since: SINCE },
	{ name: 'Articles in Detail', value: 'getarticletotaldetail', step: 1, since: SINCE },
	{ name: 'Reads', value: 'getarticleread', step: 1, since: SINCE },
	{ name: 'Shares', value: 'getarticleshare', step: 1, since: SINCE },
];

const resultPer = choice(
	'One Result Per',
	[
		{ name: 'Article or Day', value: 'whole' },
		{
			name: 'Exit Position',
			value: 'position',
			description:
				"How many readers left in which fifth of an article (跳出位置), of 'Articles in Detail'",
		},
		{
			name: 'Reading Channel',
			value: 'channel',
			description:
				'How many readers came by which way (阅读渠道): messages, chats, Moments, search and others',
		},
	],
	'whole',
	{
		displayOptions: {
			show: {
				simplify: [true],
				figures: ['getbizsummary', 'getarticletotaldetail', 'getarticleread'],
			},
		},
	},
);

export const getArticles = itemOperation({
	option: {
		name: 'Get Articles',
		value: 'getArticles',
		action: 'Get article statistics',
		description: 'Get reads, shares and comments of articles; WeChat has them from 2025-11-01 on',
	},
	endpoints: endpointsOf(FIGURES),
	limits: limitsOf(FIGURES),
	fields: { ...spanFields(FIGURES), resultPer },
	async execute(ctx, values) {
		const isDivided = values.simplify && values.figures !== 'getarticleshare';
		return await readSpan(ctx, values, FIGURES, isDivided ? values.resultPer : 'whole');
	},
});
