import { WECHAT_TIME_ZONE } from '../../shared/constants';
import { now } from '../../shared/engagement/fields';
import { ranged } from '../../shared/engagement/numbers';
import {
	choice,
	collection,
	flag,
	optionalText,
	type OptionalValuesOf,
} from '../../shared/operations/fields';

/** Percent of the time after which a case is at risk. */
export const AT_RISK_PERCENT = 75;
/** The same for WeChat's window. */
export const WINDOW_AT_RISK_PERCENT = 80;

const PERCENT = { min: 1, max: 100 };

const fields = {
	riskPercent: ranged(
		'At Risk After (%)',
		{ fallback: AT_RISK_PERCENT, ...PERCENT },
		{ description: 'Share of the time of a policy after which a case is at risk' },
	),
	defaultTier: optionalText('Default Tier', {
		default: 'other',
		description: 'Tier of cases whose rows name none',
	}),
	extraHolidays: optionalText('Extra Holidays', {
		placeholder: 'e.g. 2027-01-01..2027-01-03, 2027-05-01',
		description:
			'Days that are closed in addition to the known holidays. A year counts as known once one of its holidays is listed here.',
	}),
	extraWorkdays: optionalText('Extra Workdays', {
		placeholder: 'e.g. 2027-02-20',
		description: 'Days that have the hours of a workday, whatever the calendar says',
	}),
	now,
	repeatStored: flag(
		'Repeat Stored Findings',
		false,
		'Whether to output findings again that an earlier evaluation has already returned. Rows to store are never repeated.',
		{ displayOptions: { show: { '/operation': ['evaluate'] } } },
	),
	timeZone: optionalText('Time Zone', {
		default: WECHAT_TIME_ZONE,
		placeholder: 'e.g. Asia/Shanghai',
		description: 'Zone of the business hours, of times without an offset and of notices',
	}),
	windowRule: choice(
		'WeChat Window',
		[
			{
				name: 'Limits All Deadlines',
				value: 'all',
				description:
					'No deadline of a chat is later than the time until which WeChat takes messages',
			},
			{ name: 'Limits Deadlines of Replies', value: 'replies' },
			{ name: 'Is Ignored', value: 'none' },
		],
		'all',
		{
			description:
				'WeChat takes five messages within 48 hours after the last message of a person. Comments have no such window.',
		},
	),
	windowRiskPercent: ranged(
		'WeChat Window at Risk After (%)',
		{ fallback: WINDOW_AT_RISK_PERCENT, ...PERCENT },
		{ description: 'Share of the window after which a case is at risk' },
	),
};

/** What can be left as it is, of all operations that judge cases: the same in all of them, so it stands once. */
export const options = collection('Options', 'Add option', fields);

export type Options = OptionalValuesOf<typeof fields>;
