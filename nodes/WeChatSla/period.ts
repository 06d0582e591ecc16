import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../shared/inputError';
import { toEpoch } from '../shared/rows/row';
import type { Period } from './engine/report';
import type { SlaSettings } from './engine/slaSettings';

/** Days before today with which a period begins and ends; the last one is not part of it. */
const SPANS: Record<string, [number, number]> = {
	last30Days: [30, 0],
	last7Days: [7, 0],
	today: [0, -1],
	yesterday: [1, 0],
};

function dayOf(ctx: IExecuteFunctions, name: string, label: string, zone: string): DateTime {
	const value = ctx.getNodeParameter(name, 0, '');
	const epoch = toEpoch(value, zone);
	if (epoch === undefined) {
		throw new UserInputError(
			`'${label}' is not a day: "${String(value)}"`,
			'Enter a day, e.g. 2026-11-24.',
		);
	}
	return DateTime.fromMillis(epoch, { zone }).startOf('day');
}

/**
 * The period that the fields choose, in whole days of the zone of the business hours.
 *
 * @throws UserInputError when a day is none, or the period ends before it begins
 */
export function periodOf(ctx: IExecuteFunctions, { now, calendar }: SlaSettings): Period {
	const { zone } = calendar;
	const span = SPANS[String(ctx.getNodeParameter('period', 0))];
	if (span) {
		const today = DateTime.fromMillis(now, { zone }).startOf('day');
		const [from, to] = span.map((days) => today.minus({ days }).toMillis());
		return { from: from ?? now, to: to ?? now };
	}
	const from = dayOf(ctx, 'from', 'From', zone);
	const to = dayOf(ctx, 'to', 'To', zone);
	if (to < from) throw new UserInputError("'To' lies before 'From'", 'Exchange the two days.');
	return { from: from.toMillis(), to: to.plus({ days: 1 }).toMillis() };
}
