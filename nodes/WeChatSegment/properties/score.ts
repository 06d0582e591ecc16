import type { INodeProperties } from 'n8n-workflow';
import { nowField } from '../../shared/engagement/fields';

function thresholdsField(
	label: string,
	name: string,
	numbers: string,
	description: string,
): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'string',
		default: numbers,
		required: true,
		placeholder: `e.g. ${numbers}`,
		displayOptions: { show: { scoring: ['fixed'] } },
		description,
	};
}

function numberOption(
	label: string,
	name: string,
	value: number,
	description: string,
): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'number',
		typeOptions: { minValue: 0 },
		default: value,
		description,
	};
}

export const scoreFields: INodeProperties[] = [
	{
		displayName: 'Scoring',
		name: 'scoring',
		type: 'options',
		options: [
			{
				name: 'Fixed Thresholds',
				value: 'fixed',
				description: 'Scores from 1 to 5 by bounds of your own; comparable over time',
			},
			{
				name: 'Mean Split',
				value: 'mean',
				description: 'High or low beside the mean, as in the classic model of eight segments',
			},
			{
				name: 'Quantiles',
				value: 'quantile',
				description: 'Scores from 1 to 5, each for a fifth of the followers',
			},
		],
		default: 'quantile',
		description: 'How recency, frequency and value become scores',
	},
	thresholdsField(
		'Recency Thresholds',
		'recencyThresholds',
		'7, 14, 30, 60',
		'Most days since the last activity for the scores 5, 4, 3 and 2',
	),
	thresholdsField(
		'Frequency Thresholds',
		'frequencyThresholds',
		'2, 3, 5, 8',
		'Least active days for the scores 2, 3, 4 and 5',
	),
	thresholdsField(
		'Value Thresholds',
		'monetaryThresholds',
		'5, 10, 20, 40',
		'Least points, or fen where orders are given, for the scores 2, 3, 4 and 5',
	),
];

/** Options of *Score*, sorted by name. */
export const scoreOptions: INodeProperties[] = [
	{
		displayName: 'Churn Model',
		name: 'churnModel',
		type: 'options',
		options: [
			{
				name: 'BG/NBD',
				value: 'bgNbd',
				description:
					'A model of buying and leaving, fitted to all rows; no better for most accounts',
			},
			{
				name: 'Rank and Rhythm',
				value: 'rank',
				description: 'How late and how rare beside all others, and beside the own rhythm',
			},
		],
		default: 'rank',
		description: 'How the churn risk is estimated',
	},
	numberOption(
		'Dormant After (Days)',
		'dormantDays',
		30,
		'Nobody is dormant before this many days of silence',
	),
	numberOption(
		'Dormant After (Gaps)',
		'dormantGaps',
		2,
		'Times the usual gap between active days of the follower, where that is longer',
	),
	{
		displayName: 'Fine Segments',
		name: 'fineSegments',
		type: 'options',
		options: [
			{ name: 'Eight by Means', value: 'means' },
			{ name: 'Ten by Scores', value: 'scores' },
		],
		default: 'scores',
		description: "Which segments the column 'fineSegment' names",
	},
	{
		displayName: 'Frequency',
		name: 'frequencyOf',
		type: 'options',
		options: [
			{ name: 'Active Days', value: 'activeDays' },
			{ name: 'Every Interaction and Order', value: 'events' },
		],
		default: 'activeDays',
		description: 'What is counted. Active days cannot be raised by sending many messages at once.',
	},
	numberOption(
		'Lost After (Days)',
		'lostDays',
		90,
		'Nobody is lost before this many days of silence',
	),
	numberOption(
		'Lost After (Gaps)',
		'lostGaps',
		3,
		'Times the usual gap between active days of the follower, where that is longer',
	),
	numberOption('New For (Days)', 'newDays', 14, 'Who was first seen later is always potential'),
	nowField,
	{
		displayName: 'Points',
		name: 'weights',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Points',
		description: 'Points of one activity, where no orders are given',
		options: [
			{
				displayName: 'Points',
				name: 'points',
				values: [
					numberOption('Activity', 'activity', 3, 'Rows whose kind begins with activity'),
					numberOption('Click', 'click', 1, 'Menu taps, scans and other events'),
					numberOption('Comment', 'comment', 5, 'Comments on articles'),
					numberOption('Message', 'message', 2, 'Texts, pictures and other messages'),
				],
			},
		],
	},
	numberOption(
		'Runs to Move',
		'runsToMove',
		2,
		'Runs in a row that have to find another segment before a follower moves',
	),
	{
		displayName: 'Runs Within One',
		name: 'runsPer',
		type: 'options',
		options: [
			{ name: 'Day', value: 'day' },
			{ name: 'Week', value: 'week', description: 'From Monday to Sunday' },
		],
		default: 'day',
		description: 'Several runs within one day or week (Shanghai) count as one run',
	},
	{
		displayName: 'Store Only Changes',
		name: 'storeOnlyChanges',
		type: 'boolean',
		default: false,
		description:
			'Whether Rows to Store leaves out followers whose segment and pending move are as they were',
	},
	{
		displayName: 'Value',
		name: 'monetaryOf',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Orders if there are any, otherwise points',
			},
			{ name: 'Orders', value: 'orders' },
			{ name: 'Points', value: 'points' },
		],
		default: 'auto',
		description: 'What the value of a follower is',
	},
	numberOption('Window (Days)', 'windowDays', 90, 'Days that count for frequency and value'),
];
