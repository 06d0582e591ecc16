import type { INodePropertyOptions } from 'n8n-workflow';
import { ranged } from '../../shared/engagement/numbers';
import { UserInputError } from '../../shared/inputError';
import {
	choice,
	field,
	group,
	optionalText,
	type Changes,
	type Field,
} from '../../shared/operations/fields';
import { toEpoch } from '../../shared/rows/row';
import { splitList } from '../../shared/text/list';
import { LAYERS, type Layer } from '../engine/catalog';
import { DEFAULT_OWN_KINDS, type OwnKinds } from '../engine/kinds';
import { customPeriod, finishedPeriods, type Period } from '../engine/period';

/** More periods than these are a history of years, and the rows of it belong into a table. */
const MOST_PERIODS = 400;

/** The periods that are chosen, by what counts as now (epoch milliseconds). */
export type PeriodsAt = (now: number) => Period[];

const dayField = (displayName: string, changes: Changes = {}): Field<number> =>
	field(
		{
			displayName,
			type: 'dateTime',
			default: '',
			required: true,
			displayOptions: { show: { period: ['custom'] } },
			...changes,
		},
		(value) => {
			const epoch = toEpoch(value);
			if (epoch !== undefined) return epoch;
			throw new UserInputError(
				`'${displayName}' is not a date: "${String(value)}"`,
				'Enter a date, e.g. 2026-11-24.',
			);
		},
	);

/** Which days, weeks or months. */
export const periods: Field<PeriodsAt> = group(
	{
		period: choice(
			'Period',
			[
				{ name: 'Custom', value: 'custom', description: 'From one day to another' },
				{ name: 'Day', value: 'day', description: 'The last completed day, Shanghai time' },
				{ name: 'Month', value: 'month', description: 'The last completed calendar month' },
				{ name: 'Week', value: 'week', description: 'The last completed week, from Monday' },
			],
			'day',
		),
		from: dayField('From'),
		to: dayField('To', { description: 'Last day, included' }),
		periods: ranged(
			'Periods',
			{ fallback: 1, min: 1, max: MOST_PERIODS, integer: true },
			{
				description: 'How many days, weeks or months up to the last one to calculate',
				displayOptions: { show: { period: ['day', 'month', 'week'] } },
			},
		),
	},
	(given) => (now) =>
		given.period === 'custom'
			? [customPeriod(given.from, given.to, now)]
			: finishedPeriods(given.period, given.periods, now),
);

const LAYER_OPTIONS: Array<INodePropertyOptions & { value: Layer }> = [
	{ name: 'Basic', value: 'basic', description: 'Reading, following, messages, replies' },
	{ name: 'Conversion', value: 'conversion', description: 'What taps and questions led to' },
	{ name: 'Deep', value: 'deep', description: 'Stay, return, retention, churn' },
];

/** At least one layer, in the order of the page. */
export const layers: Field<Layer[]> = field(
	{
		displayName: 'Layers',
		type: 'multiOptions',
		options: LAYER_OPTIONS,
		default: LAYER_OPTIONS.map(({ value }) => value),
	},
	(value) => {
		const chosen: unknown[] = Array.isArray(value) ? value : [];
		const found = LAYERS.map(({ id }) => id).filter((id) => chosen.includes(id));
		if (found.length > 0) return found;
		throw new UserInputError("'Layers' is empty", 'Choose at least one layer.');
	},
);

/** Kinds of rows that an account names itself; empty means the usual ones. */
const kindsField = (
	displayName: string,
	name: Exclude<keyof OwnKinds, 'goal'>,
	what: string,
): Field<ReadonlySet<string>> =>
	field(
		{
			displayName,
			type: 'string',
			default: [...DEFAULT_OWN_KINDS[name]].join(', '),
			description: `Kinds of interaction rows that say that somebody ${what}, comma-separated`,
		},
		(value) => {
			const list = splitList(String(value ?? ''));
			return list.length > 0 ? new Set(list) : DEFAULT_OWN_KINDS[name];
		},
	);

export const couponGivenKinds = kindsField(
	'Coupon Given Kinds',
	'couponGiven',
	'was given a coupon',
);
export const couponUsedKinds = kindsField('Coupon Used Kinds', 'couponUsed', 'used a coupon');
export const groupJoinKinds = kindsField('Group Join Kinds', 'groupJoin', 'joined a group');
export const groupOfferKinds = kindsField(
	'Group Offer Kinds',
	'groupOffer',
	'was shown the way into a group',
);

/** Goals by default, as they are entered. */
export const DEFAULT_GOALS = [...DEFAULT_OWN_KINDS.goal].join(', ');

/** Kinds that count as a success after a tap on the menu. */
export const goals: Field<string> = optionalText('Goals', {
	default: DEFAULT_GOALS,
	description:
		'Kinds of interaction rows that count as success within 24 hours after a menu tap, comma-separated. Rows of activities are called activity.entry, activity.checkIn, ….',
});
