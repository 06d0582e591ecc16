import type { INodeProperties } from 'n8n-workflow';
import { nowField } from '../../shared/engagement/fields';

export const audienceFields: INodeProperties[] = [
	{
		displayName: 'Campaign',
		name: 'campaign',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. reactivate-2026-11',
		description:
			'Name of the campaign. It decides who is in the hold-out group, the same people in every run.',
	},
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'multiOptions',
		options: [
			{
				name: 'Broadcast',
				value: 'broadcast',
				description: 'To a tag or a list; up to 4 a month for a service account (群发)',
			},
			{
				name: 'Customer Service Message',
				value: 'customerServiceMessage',
				description: 'Within 48 hours after a message of the follower (客服消息)',
			},
			{
				name: 'Subscription Notice',
				value: 'subscriptionNotice',
				description: 'One for each consent of the follower (订阅通知)',
			},
			{
				name: 'Template Message',
				value: 'templateMessage',
				description: 'Not for marketing: WeChat forbids it (模板消息)',
			},
		],
		default: ['customerServiceMessage', 'subscriptionNotice'],
		description:
			'Channels that the campaign may use. The best one that is open for a follower is chosen: customer service message, then notice, template message and broadcast.',
	},
	{
		displayName: 'Hold-Out (Percent)',
		name: 'holdOutPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 10,
		description:
			'Share of those who could be reached that gets nothing, so that the effect can be measured',
	},
	{
		displayName: 'Most Messages',
		name: 'maxMessages',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description:
			'Most messages of the account to one follower within the days below. Automatic replies do not count.',
	},
	{
		displayName: 'Within (Days)',
		name: 'perDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 7,
	},
	{
		displayName: 'Quiet From',
		name: 'quietFrom',
		type: 'string',
		default: '22:00',
		placeholder: 'e.g. 22:00',
		description: 'Nothing is sent from this time on (Shanghai)',
	},
	{
		displayName: 'Quiet Until',
		name: 'quietUntil',
		type: 'string',
		default: '08:00',
		placeholder: 'e.g. 08:00',
		description: 'Equal to Quiet From means that there are no quiet hours',
	},
];

export const audienceOptions: INodeProperties[] = [
	nowField,
	{
		displayName: 'Opt-Out Tag',
		name: 'optOutTag',
		type: 'string',
		default: '',
		placeholder: 'e.g. 勿扰',
		description: "Followers with this tag (column 'tags') get nothing",
	},
];
