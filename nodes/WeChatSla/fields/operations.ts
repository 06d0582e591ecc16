import type { INodeProperties } from 'n8n-workflow';
import { rowsFields } from '../../shared/engagement/rows';

export type Operation = 'calculateDeadline' | 'evaluate' | 'report';

/** Names of the outputs of each operation, in their order. */
export const OUTPUT_NAMES: Record<Operation, string[]> = {
	calculateDeadline: ['Deadlines'],
	evaluate: ['On Track', 'At Risk', 'Breached', 'Met', 'Rows to Store'],
	report: ['Report', 'Breached', 'Digest'],
};

const shownFor = (...operation: Operation[]) => ({ show: { operation } });

export const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Calculate Deadline',
			value: 'calculateDeadline',
			action: 'Calculate deadline',
			description: 'By when something that has just come in has to be answered',
		},
		{
			name: 'Evaluate',
			value: 'evaluate',
			action: 'Evaluate cases',
			description: 'Find out which cases are at risk, late or answered in time',
		},
		{
			name: 'Report',
			value: 'report',
			action: 'Report on response times',
			description: 'How well the targets were kept in a period',
		},
	],
	default: 'evaluate',
};

export const deadlineFields: INodeProperties[] = [
	{
		displayName: 'Start',
		name: 'start',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24T09:00:00+08:00',
		description: "When it came in. Leave empty to take 'start' or 'at' of the item.",
		displayOptions: shownFor('calculateDeadline'),
	},
	{
		displayName: 'Tier',
		name: 'tier',
		type: 'string',
		default: '',
		placeholder: 'e.g. vip',
		description: "Leave empty to take 'tier' of the item. Several are separated by commas.",
		displayOptions: shownFor('calculateDeadline'),
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'Chat', value: 'chat', description: "Ends with WeChat's window of 48 hours" },
			{ name: 'Comment', value: 'comment', description: 'Comment on an article (留言)' },
			{
				name: 'From Item',
				value: 'item',
				description: "Take 'channel' of the item, and chat when it has none",
			},
		],
		default: 'item',
		displayOptions: shownFor('calculateDeadline'),
	},
	{
		displayName: 'Deadlines',
		name: 'metrics',
		type: 'multiOptions',
		options: [
			{ name: 'First Response', value: 'firstResponse' },
			{ name: 'Next Response', value: 'nextResponse' },
			{ name: 'Resolution', value: 'resolution' },
		],
		default: ['firstResponse'],
		description: 'Every deadline is an item of its own',
		displayOptions: shownFor('calculateDeadline'),
	},
];

export const periodFields: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'Custom', value: 'custom' },
			{ name: 'Last 30 Days', value: 'last30Days', description: 'Up to yesterday' },
			{ name: 'Last 7 Days', value: 'last7Days', description: 'Up to yesterday' },
			{ name: 'Today', value: 'today' },
			{ name: 'Yesterday', value: 'yesterday' },
		],
		default: 'yesterday',
		description: 'What began in this time is reported on',
		displayOptions: shownFor('report'),
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-11-01',
		description: 'First day of the period',
		displayOptions: { show: { operation: ['report'], period: ['custom'] } },
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-11-30',
		description: 'Last day of the period',
		displayOptions: { show: { operation: ['report'], period: ['custom'] } },
	},
];

/** Rows beside those of the first input. */
export const storedRowsFields: INodeProperties[] = rowsFields({
	label: 'Stored Rows',
	name: 'storedRows',
	hint: 'What earlier evaluations gave to be stored (key, metric, status), so that nothing is given twice. Rows of cases are taken as well.',
}).map((field) => ({
	...field,
	displayOptions: {
		show: { ...field.displayOptions?.show, operation: ['evaluate', 'report'] },
	},
}));
