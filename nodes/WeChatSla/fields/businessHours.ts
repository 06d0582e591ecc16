import { ALWAYS_OPEN } from '../../shared/calendar/businessHours';
import { parseHours, type Interval } from '../../shared/calendar/hours';
import { choice, field, group, type Changes, type Field } from '../../shared/operations/fields';

/** When people are there to answer, as filled in. */
export interface OpenHours {
	/** From Monday to Sunday. */
	week: Interval[][];
	/** Hours on public holidays; undefined where only the day of the week counts. */
	onHoliday: Interval[] | undefined;
}

const openingHours = (displayName: string, changes: Changes): Field<Interval[]> =>
	field({ displayName, type: 'string', default: '', ...changes }, (value) =>
		parseHours(String(value ?? ''), displayName),
	);

const hoursOf = (days: string, shownFor: string[]): Field<Interval[]> =>
	openingHours(days, {
		default: '09:00-21:00',
		placeholder: 'e.g. 09:00-12:00, 13:30-18:00',
		displayOptions: { show: { businessHours: shownFor } },
	});

const HIDDEN_WHEN_ALWAYS = { hide: { businessHours: ['always'] } };

const fields = {
	businessHours: choice(
		'Business Hours',
		[
			{
				name: 'Always Open',
				value: 'always',
				description: 'Day and night, weekends and holidays included',
			},
			{ name: 'By Weekday', value: 'weekdays', description: 'Hours for each day of the week' },
			{
				name: 'Workdays and Weekend',
				value: 'groups',
				description: 'Hours for Monday to Friday, Saturday and Sunday',
			},
		],
		'groups',
		{
			description:
				'Deadlines count this time only. Leave the hours of a day empty when it is closed.',
		},
	),
	hoursWorkdays: hoursOf('Monday to Friday', ['groups']),
	hoursMonday: hoursOf('Monday', ['weekdays']),
	hoursTuesday: hoursOf('Tuesday', ['weekdays']),
	hoursWednesday: hoursOf('Wednesday', ['weekdays']),
	hoursThursday: hoursOf('Thursday', ['weekdays']),
	hoursFriday: hoursOf('Friday', ['weekdays']),
	hoursSaturday: hoursOf('Saturday', ['groups', 'weekdays']),
	hoursSunday: hoursOf('Sunday', ['groups', 'weekdays']),
	holidays: choice(
		'Holidays',
		[
			{
				name: 'Chinese Public Holidays',
				value: 'chinese',
				description:
					'Closed on public holidays of mainland China; weekend days of work (调休) have the hours of a workday',
			},
			{ name: 'None', value: 'none', description: 'Go by the day of the week alone' },
		],
		'chinese',
		{ displayOptions: HIDDEN_WHEN_ALWAYS },
	),
	hoursHoliday: openingHours('Hours on Holidays', {
		placeholder: 'e.g. 10:00-16:00',
		description: 'Leave empty when holidays are closed',
		displayOptions: { show: { holidays: ['chinese'] }, ...HIDDEN_WHEN_ALWAYS },
	}),
};

/** Hours of the week and of holidays. Only what is shown is read. */
export const businessHours: Field<OpenHours> = group(fields, (given) => {
	if (given.businessHours === 'always') return { week: ALWAYS_OPEN, onHoliday: undefined };
	const workdays =
		given.businessHours === 'weekdays'
			? [
					given.hoursMonday,
					given.hoursTuesday,
					given.hoursWednesday,
					given.hoursThursday,
					given.hoursFriday,
				]
			: Array.from({ length: 5 }, () => given.hoursWorkdays);
	return {
		week: [...workdays, given.hoursSaturday, given.hoursSunday],
		onHoliday: given.holidays === 'none' ? undefined : given.hoursHoliday,
	};
});
