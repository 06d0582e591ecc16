import { DateTime } from 'luxon';
import { UserInputError } from '../../shared/inputError';
import { choice, field, group, type Field, type ValuesOf } from '../../shared/operations/fields';
import { toEpoch } from '../../shared/rows/row';
import type { Period } from '../engine/report';
import type { SlaSettings } from '../../shared/sla/slaSettings';

const SHOWN_FOR_CUSTOM = { show: { period: ['custom'] } };

const day = (displayName: string, placeholder: string, description: string): Field<unknown> =>
	field(
		{
			displayName,
			type: 'string',
			default: '',
			required: true,
			placeholder,
			description,
			displayOptions: SHOWN_FOR_CUSTOM,
		},
		(value) => value,
	);

const fields = {
	period: choice(
		'Period',
		[
			{ name: 'Custom', value: 'custom' },
			{ name: 'Last 30 Days', value: 'last30Days', description: 'Up to yesterday' },
			{ name: 'Last 7 Days', value: 'last7Days', description: 'Up to yesterday' },
			{ name: 'Today', value: 'today' },
			{ name: 'Yesterday', value: 'yesterday' },
		],
		'yesterday',
		{ description: 'The report covers what began in this period' },
	),
	from: day('From', 'e.g. 2026-11-01', 'First day of the period'),
	to: day('To', 'e.g. 2026-11-30', 'Last day of the period'),
};

/** Days before today with which a period begins and ends; the last one is not part of it. */
const SPANS = {
	last30Days: [30, 0],
	last7Days: [7, 0],
	today: [0, -1],
	yesterday: [1, 0],
} as const;

function dayOf(value: unknown, label: string, zone: string): DateTime {
	const epoch = toEpoch(value, zone);
	if (epoch === undefined) {
		throw new UserInputError(
			`'${label}' is not a day: "${String(value ?? '')}"`,
			'Enter a day, e.g. 2026-11-24.',
		);
	}
	return DateTime.fromMillis(epoch, { zone }).startOf('day');
}

function periodOf(
	given: ValuesOf<typeof fields>,
	{ now, calendar: { zone } }: Pick<SlaSettings, 'calendar' | 'now'>,
): Period {
	const { period } = given;
	if (period !== 'custom') {
		const today = DateTime.fromMillis(now, { zone }).startOf('day');
		const [from, to] = SPANS[period];
		return {
			from: today.minus({ days: from }).toMillis(),
			to: today.minus({ days: to }).toMillis(),
		};
	}
	const from = dayOf(given.from, 'From', zone);
	const to = dayOf(given.to, 'To', zone);
	if (to < from) throw new UserInputError("'To' lies before 'From'", 'Swap the two dates.');
	return { from: from.toMillis(), to: to.plus({ days: 1 }).toMillis() };
}

/**
 * The period of a report, in whole days of the zone of the business hours, which the settings tell.
 * It throws a UserInputError when a day is none, or the period ends before it begins.
 */
export const period: Field<(settings: Pick<SlaSettings, 'calendar' | 'now'>) => Period> = group(
	fields,
	(given) => (settings) => periodOf(given, settings),
);
