import type { INodeProperties } from 'n8n-workflow';

/** A field with the hours of one day or several, and how errors call it. */
interface HoursField {
	name: string;
	label: string;
}

export const WORKDAYS_FIELD: HoursField = { name: 'hoursWorkdays', label: 'Monday to Friday' };

export const WEEKDAY_FIELDS: HoursField[] = [
	{ name: 'hoursMonday', label: 'Monday' },
	{ name: 'hoursTuesday', label: 'Tuesday' },
	{ name: 'hoursWednesday', label: 'Wednesday' },
	{ name: 'hoursThursday', label: 'Thursday' },
	{ name: 'hoursFriday', label: 'Friday' },
];

export const WEEKEND_FIELDS: HoursField[] = [
	{ name: 'hoursSaturday', label: 'Saturday' },
	{ name: 'hoursSunday', label: 'Sunday' },
];

const DEFAULT_HOURS = '09:00-21:00';

function hoursField({ name, label }: HoursField, shownFor: string[]): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'string',
		default: DEFAULT_HOURS,
		placeholder: 'e.g. 09:00-12:00, 13:30-18:00',
		displayOptions: { show: { businessHours: shownFor } },
	};
}

/** When people are there to answer. */
export const hoursFields: INodeProperties[] = [
	{
		displayName: 'Business Hours',
		name: 'businessHours',
		type: 'options',
		options: [
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
		default: 'groups',
		description:
			'Deadlines count this time only. Leave the hours of a day empty when it is closed.',
	},
	hoursField(WORKDAYS_FIELD, ['groups']),
	...WEEKDAY_FIELDS.map((field) => hoursField(field, ['weekdays'])),
	...WEEKEND_FIELDS.map((field) => hoursField(field, ['groups', 'weekdays'])),
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'options',
		options: [
			{
				name: 'Chinese Public Holidays',
				value: 'chinese',
				description:
					'Closed on public holidays of mainland China; weekend days of work (调休) have the hours of a workday',
			},
			{ name: 'None', value: 'none', description: 'Go by the day of the week alone' },
		],
		default: 'chinese',
		displayOptions: { hide: { businessHours: ['always'] } },
	},
	{
		displayName: 'Hours on Holidays',
		name: 'hoursHoliday',
		type: 'string',
		default: '',
		placeholder: 'e.g. 10:00-16:00',
		description: 'Leave empty when holidays are closed',
		displayOptions: { show: { holidays: ['chinese'] }, hide: { businessHours: ['always'] } },
	},
];
