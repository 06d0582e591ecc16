import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { nowField, optionsField } from '../shared/engagement/fields';
import { rowsFields } from '../shared/engagement/rows';
import { DEFAULT_TARGETS, definitionOf, METRICS } from './engine/catalog';
import { DEFAULT_OWN_KINDS } from './engine/kinds';
import { MORE_ROWS } from './rows';

const on = (operation: string, more: Record<string, string[]> = {}) => ({
	show: { operation: [operation], ...more },
});

const METRIC_OPTIONS: INodePropertyOptions[] = METRICS.map(({ id, name, label, definition }) => ({
	name: `${name} (${label})`,
	value: id,
	description: definition,
})).sort((a, b) => (a.name < b.name ? -1 : 1));

/** Default targets as they are entered: shares in percent. */
const TARGETS = DEFAULT_TARGETS.map(({ metric, value }) => ({
	metric,
	value: definitionOf(metric)?.unit === 'share' ? Math.round(value * 100) : value,
}));

const kindsField = (
	displayName: string,
	name: 'couponGiven' | 'couponUsed' | 'groupJoin' | 'groupOffer',
	what: string,
): INodeProperties => ({
	displayName,
	name: `${name}Kinds`,
	type: 'string',
	default: [...DEFAULT_OWN_KINDS[name]].join(', '),
	description: `Kinds of interaction rows that say that somebody ${what}, comma-separated`,
});

const calculateFields: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'Custom', value: 'custom', description: 'From one day to another' },
			{ name: 'Day', value: 'day', description: 'The last day that is over; it is Shanghai time' },
			{ name: 'Month', value: 'month', description: 'The last calendar month that is over' },
			{ name: 'Week', value: 'week', description: 'The last week that is over, from Monday' },
		],
		default: 'day',
		displayOptions: on('calculate'),
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		required: true,
		displayOptions: on('calculate', { period: ['custom'] }),
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'Last day, included',
		displayOptions: on('calculate', { period: ['custom'] }),
	},
	{
		displayName: 'Periods',
		name: 'periods',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 400 },
		default: 1,
		description: 'How many days, weeks or months up to the last one to calculate',
		displayOptions: on('calculate', { period: ['day', 'month', 'week'] }),
	},
	{
		displayName: 'Layers',
		name: 'layers',
		type: 'multiOptions',
		options: [
			{ name: 'Basic', value: 'basic', description: 'Reading, following, messages, replies' },
			{ name: 'Conversion', value: 'conversion', description: 'What taps and questions led to' },
			{ name: 'Deep', value: 'deep', description: 'Stay, return, retention, churn' },
		],
		default: ['basic', 'conversion', 'deep'],
		displayOptions: on('calculate'),
	},
	{
		displayName: 'Goals',
		name: 'goals',
		type: 'string',
		default: [...DEFAULT_OWN_KINDS.goal].join(', '),
		description:
			'Kinds of interaction rows that count as success within 24 hours after a menu tap, comma-separated. Rows of activities are called activity.entry, activity.checkIn, ….',
		displayOptions: on('calculate'),
	},
	{
		displayName: 'Targets',
		name: 'targets',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Target',
		default: { target: TARGETS },
		description: 'Values to aim at; the defaults are examples, not experience',
		displayOptions: on('calculate'),
		options: [
			{
				displayName: 'Target',
				name: 'target',
				values: [
					{
						displayName: 'Metric',
						name: 'metric',
						type: 'options',
						options: METRIC_OPTIONS,
						default: 'replyShare',
					},
					{
						displayName: 'Target',
						name: 'value',
						type: 'number',
						default: 0,
						hint: 'Shares in percent, response times and stay in seconds, gaps in days',
					},
				],
			},
		],
	},
];

const pageFields: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '公众号运营报告',
		required: true,
		displayOptions: on('buildPage'),
	},
];

const optionsFor = (operation: string, options: INodeProperties[]): INodeProperties => ({
	...optionsField(options),
	displayOptions: on(operation),
});

export const metricsProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Build Page',
				value: 'buildPage',
				action: 'Build a report page',
				description: 'Turn metric rows into a page with charts and a short text',
			},
			{
				name: 'Calculate',
				value: 'calculate',
				action: 'Calculate metrics',
				description: 'Turn interactions and statistics into one row per metric and period',
			},
			{
				name: 'Detect Alerts',
				value: 'detectAlerts',
				action: 'Detect alerts',
				description: 'Find values that are far from those of earlier weeks',
			},
		],
		default: 'calculate',
	},
	...rowsFields({
		...MORE_ROWS,
		hint: 'Rows of either input are known by their columns: interactions (kind), statistics (ref_date), metrics (metric), SLA results (caseId, status), contacts (openId), segment history (segment, at)',
	}),
	...calculateFields,
	...pageFields,
	optionsFor('calculate', [
		kindsField('Coupon Given Kinds', 'couponGiven', 'was given a coupon'),
		kindsField('Coupon Used Kinds', 'couponUsed', 'used a coupon'),
		{
			displayName: 'Dormant After',
			name: 'dormantAfter',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30,
			description:
				'Days of silence after which a follower may count as dormant; for people with long gaps it is twice their own gap',
		},
		kindsField('Group Join Kinds', 'groupJoin', 'joined a group'),
		kindsField('Group Offer Kinds', 'groupOffer', 'was shown the way into a group'),
		nowField,
	]),
	optionsFor('detectAlerts', [
		{
			displayName: 'Direction',
			name: 'direction',
			type: 'options',
			options: [
				{ name: 'Both', value: 'both', description: 'Also what is unusually good' },
				{ name: 'Worse', value: 'worse', description: 'Only changes for the worse' },
			],
			default: 'worse',
		},
		{
			displayName: 'Fewest Earlier Values',
			name: 'minSample',
			type: 'number',
			typeOptions: { minValue: 2, maxValue: 8 },
			default: 4,
			description: 'With fewer values to compare with there is no alert',
		},
		{
			displayName: 'Periods to Check',
			name: 'latest',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'How many of the latest days, weeks or months of each metric to check',
		},
		{
			displayName: 'Threshold',
			name: 'threshold',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 1 },
			default: 3.5,
			description:
				'Distance from the usual value, in robust standard deviations, from which a value is an alert; from twice this distance it is critical',
		},
	]),
	optionsFor('buildPage', [
		{
			displayName: 'Account Name',
			name: 'account',
			type: 'string',
			default: '',
			placeholder: 'e.g. 山茶花园艺',
			description: 'Shown below the title',
		},
		nowField,
		{
			displayName: 'Put Page in File',
			name: 'file',
			type: 'boolean',
			default: false,
			description: 'Whether to give the page as a file as well, in the binary field data',
		},
	]),
];
