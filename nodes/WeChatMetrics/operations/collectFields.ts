import { now } from '../../shared/engagement/fields';
import { parseHours, type Interval } from '../../shared/calendar/hours';
import {
	collection,
	flag,
	integer,
	mapped,
	optionalText,
	type Field,
	type OptionalValuesOf,
} from '../../shared/operations/fields';
import type { Hours } from '../records/replyTimes';
import { DEFAULT_GOALS } from './calculateFields';

const MOST_DAYS = 30;

/** As *WeChat Reply SLA* begins with. */
const USUAL_HOURS = '09:00-21:00';

const hoursField = (displayName: string, usual: string, description: string): Field<Interval[]> =>
	mapped(
		optionalText(displayName, {
			default: usual,
			placeholder: 'e.g. 09:00-12:00, 13:30-18:00',
			description,
		}),
		(text) => parseHours(text, displayName),
	);

const SAME = "When people are there to answer, as in 'WeChat Reply SLA'. Empty: closed.";

const fields = {
	days: integer('Days to Catch Up', [1, MOST_DAYS], {
		default: 7,
		description: 'How many past days are collected if they have not been yet',
	}),
	goals: optionalText('Goals', {
		default: DEFAULT_GOALS,
		description:
			'Kinds of interactions that count as success within 24 hours after a menu tap, comma-separated',
	}),
	hoursWorkdays: hoursField('Hours on Monday to Friday', USUAL_HOURS, SAME),
	hoursHoliday: hoursField('Hours on Public Holidays', '', SAME),
	hoursSaturday: hoursField('Hours on Saturday', USUAL_HOURS, SAME),
	hoursSunday: hoursField('Hours on Sunday', USUAL_HOURS, SAME),
	now,
	longPeriods: flag(
		'Weeks and Months',
		true,
		'Whether the last week and the last month are collected as well',
	),
};

/** What can be left as it is. */
export const options = collection('Options', 'Add option', fields);

export type Options = OptionalValuesOf<typeof fields>;

/** The hours that are filled in; where none are, those that *WeChat Reply SLA* begins with. */
export function hoursOf(given: Options): Hours {
	const usual = parseHours(USUAL_HOURS, 'Hours');
	return {
		workdays: given.hoursWorkdays ?? usual,
		saturday: given.hoursSaturday ?? usual,
		sunday: given.hoursSunday ?? usual,
		holidays: given.hoursHoliday ?? [],
	};
}
