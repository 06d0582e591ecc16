import type { INodeProperties } from 'n8n-workflow';

export const commentTriggerProperties: INodeProperties[] = [
	{
		displayName:
			'Needs a verified account that has the comment function (留言). WeChat tells of no comment by itself, so this trigger asks at every poll.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Watch',
		name: 'watch',
		type: 'options',
		options: [
			{
				name: 'All Recent Articles',
				value: 'recent',
				description:
					'Every article that WeChat lists in its article statistics. They name an article from the day after it was published.',
			},
			{
				name: 'Chosen Articles',
				value: 'chosen',
				description: 'Articles by ID or URL; also those published today',
			},
		],
		default: 'recent',
	},
	{
		displayName: 'Published Within Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 30 },
		default: 7,
		displayOptions: { show: { watch: ['recent'] } },
		description: 'Older articles are no longer watched',
	},
	{
		displayName: 'Articles',
		name: 'articles',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		displayOptions: { show: { watch: ['chosen'] } },
		placeholder: 'e.g. 2247490098 or https://mp.weixin.qq.com/s?__biz=MzA3&mid=2247490098&idx=1',
		hint: 'One per line',
		description:
			'The msg_data_id (2247490098, or 2247490098_2 for the second article of a publication) or the long URL with mid= and idx=',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Emit Existing Comments',
				name: 'emitExisting',
				type: 'boolean',
				default: false,
				description:
					'Whether comments that are there when the trigger first sees an article start the workflow as well',
			},
		],
	},
];
