import type { INodeProperties } from 'n8n-workflow';
import { WECHAT_TIME_ZONE } from '../../shared/constants';
import { nowField } from '../../shared/engagement/fields';

/** What can be left as it is. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'At Risk After (%)',
			name: 'riskPercent',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 75,
			description: 'Share of the time of a policy after which a case is at risk',
		},
		{
			displayName: 'Default Tier',
			name: 'defaultTier',
			type: 'string',
			default: 'other',
			description: 'Tier of cases whose rows name none',
		},
		{
			displayName: 'Extra Holidays',
			name: 'extraHolidays',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2027-01-01..2027-01-03, 2027-05-01',
			description:
				'Days that are closed beside the known holidays. A year counts as known once one of its holidays stands here.',
		},
		{
			displayName: 'Extra Workdays',
			name: 'extraWorkdays',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2027-02-20',
			description: 'Days that have the hours of a workday, whatever the calendar says',
		},
		nowField,
		{
			displayName: 'Repeat Stored Findings',
			name: 'repeatStored',
			type: 'boolean',
			default: false,
			description:
				'Whether to give what an earlier evaluation has given already. The rows to store are never repeated.',
			displayOptions: { show: { '/operation': ['evaluate'] } },
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: WECHAT_TIME_ZONE,
			placeholder: 'e.g. Asia/Shanghai',
			description: 'Zone of the business hours, of times without an offset and of notices',
		},
		{
			displayName: 'WeChat Window',
			name: 'windowRule',
			type: 'options',
			options: [
				{
					name: 'Limits All Deadlines',
					value: 'all',
					description:
						'No deadline of a chat is later than the time until which WeChat takes messages',
				},
				{ name: 'Limits Deadlines of Replies', value: 'replies' },
				{ name: 'Is Ignored', value: 'none' },
			],
			default: 'all',
			description:
				'WeChat takes five messages within 48 hours after the last message of a person. Comments have no such window.',
		},
		{
			displayName: 'WeChat Window at Risk After (%)',
			name: 'windowRiskPercent',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 80,
			description: 'Share of the window after which a case is at risk',
		},
	],
};
