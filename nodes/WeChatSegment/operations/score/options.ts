import { now } from '../../../shared/engagement/fields';
import { ranged } from '../../../shared/engagement/numbers';
import { choice, collection, flag, type Field } from '../../../shared/operations/fields';
import { points } from './points';

/** What an option counts as that is not added. */
export const DEFAULTS = {
	dormantDays: 30,
	dormantGaps: 2,
	lostDays: 90,
	lostGaps: 3,
	newDays: 14,
	runsToMove: 2,
	windowDays: 90,
};

const count = (label: string, fallback: number, description: string, min = 0): Field<number> =>
	ranged(label, { fallback, min }, { typeOptions: { minValue: min }, description });

const SILENCE_GAPS =
	'Times the usual gap between active days of the follower, where that is longer';

/** The options of *Score*, sorted by name. */
export const scoreOptions = collection('Options', 'Add option', {
	churnModel: choice(
		'Churn Model',
		[
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
		'rank',
		{ description: 'How the churn risk is estimated' },
	),
	dormantDays: count(
		'Dormant After (Days)',
		DEFAULTS.dormantDays,
		'Nobody is dormant before this many days of silence',
		1,
	),
	dormantGaps: count('Dormant After (Gaps)', DEFAULTS.dormantGaps, SILENCE_GAPS),
	fineSegments: choice(
		'Fine Segments',
		[
			{ name: 'Eight by Means', value: 'means' },
			{ name: 'Ten by Scores', value: 'scores' },
		],
		'scores',
		{ description: "Which segments the column 'fineSegment' names" },
	),
	frequencyOf: choice(
		'Frequency',
		[
			{ name: 'Active Days', value: 'activeDays' },
			{ name: 'Every Interaction and Order', value: 'events' },
		],
		'activeDays',
		{
			description:
				'What is counted. Active days cannot be raised by sending many messages at once.',
		},
	),
	lostDays: count(
		'Lost After (Days)',
		DEFAULTS.lostDays,
		'Nobody is lost before this many days of silence',
		1,
	),
	lostGaps: count('Lost After (Gaps)', DEFAULTS.lostGaps, SILENCE_GAPS),
	newDays: count(
		'New For (Days)',
		DEFAULTS.newDays,
		'Who was first seen later is always potential',
	),
	now,
	weights: points,
	runsToMove: count(
		'Runs to Move',
		DEFAULTS.runsToMove,
		'Runs in a row that have to find another segment before a follower moves',
		1,
	),
	runsPer: choice(
		'Runs Within One',
		[
			{ name: 'Day', value: 'day' },
			{ name: 'Week', value: 'week', description: 'From Monday to Sunday' },
		],
		'day',
		{ description: 'Several runs within one day or week (Shanghai) count as one run' },
	),
	storeOnlyChanges: flag(
		'Store Only Changes',
		false,
		'Whether Rows to Store leaves out followers whose segment and pending move are as they were',
	),
	monetaryOf: choice(
		'Value',
		[
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Orders if there are any, otherwise points',
			},
			{ name: 'Orders', value: 'orders' },
			{ name: 'Points', value: 'points' },
		],
		'auto',
		{ description: 'What the value of a follower is' },
	),
	windowDays: count(
		'Window (Days)',
		DEFAULTS.windowDays,
		'Days that count for frequency and value',
		1,
	),
});
