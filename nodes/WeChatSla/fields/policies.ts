import type { INodeProperties } from 'n8n-workflow';

const minutes = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'Minutes of business time; 0 for no target',
});

/** Targets for each tier. */
export const policyFields: INodeProperties[] = [
	{
		displayName: 'Policies From',
		name: 'policiesFrom',
		type: 'options',
		options: [
			{ name: 'Fields Below', value: 'fields' },
			{
				name: 'JSON or Expression',
				value: 'json',
				description: 'A list written here, or taken from an earlier node by an expression',
			},
			{
				name: 'Second Input',
				value: 'input',
				description: 'The items that a Data Table, database or sheet node gives',
			},
		],
		default: 'fields',
	},
	{
		displayName: 'Policies',
		name: 'policyTable',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Policy',
		default: {
			policy: [
				{ tier: 'negative', firstResponse: 15, nextResponse: 30, resolution: 480 },
				{ tier: 'vip', firstResponse: 30, nextResponse: 30, resolution: 720 },
				{ tier: 'question', firstResponse: 30, nextResponse: 60, resolution: 1440 },
				{ tier: 'other', firstResponse: 120, nextResponse: 120, resolution: 0 },
			],
		},
		description:
			'Targets in minutes of business time. For a case with several tiers the first policy that matches counts.',
		displayOptions: { show: { policiesFrom: ['fields'] } },
		options: [
			{
				displayName: 'Policy',
				name: 'policy',
				values: [
					{
						displayName: 'Tier',
						name: 'tier',
						type: 'string',
						default: '',
						placeholder: 'e.g. vip',
						description: "What stands in the column 'tier' of the rows",
					},
					minutes('First Response', 'firstResponse'),
					minutes('Next Response', 'nextResponse'),
					minutes('Resolution', 'resolution'),
				],
			},
		],
	},
	{
		displayName: 'Policies',
		name: 'policies',
		type: 'json',
		default: '[]',
		placeholder: "e.g. {{ $('Get policies').all() }}",
		description: 'A list of policies, or the items of another node',
		displayOptions: { show: { policiesFrom: ['json'] } },
	},
	{
		displayName:
			'A policy has the columns tier, firstResponse, nextResponse and resolution (minutes), and may have channel (chat or comment) and label (its name in notices)',
		name: 'policyColumns',
		type: 'notice',
		default: '',
		displayOptions: { show: { policiesFrom: ['json', 'input'] } },
	},
];
