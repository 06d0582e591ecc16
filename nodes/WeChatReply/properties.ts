import type { INodeProperties } from 'n8n-workflow';

const ADDITIONAL_FIELDS: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
};

const TITLE: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
};

const DESCRIPTION: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
};

export const replyProperties: INodeProperties[] = [
	{
		displayName: 'Reply Type',
		name: 'replyType',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Do Not Reply',
				value: 'none',
				description: 'Tell WeChat that the message was received, so that it is not delivered again',
			},
			{
				name: 'Hand Over to a Person',
				value: 'transferCustomerService',
				description: 'Pass the conversation to the customer service of the account (客服)',
			},
			{ name: 'Image', value: 'image' },
			{ name: 'Music', value: 'music' },
			{ name: 'News', value: 'news', description: 'Cards with title, picture and link (图文)' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video' },
			{ name: 'Voice', value: 'voice' },
		],
		default: 'text',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. 您好，已收到您的消息',
		hint: 'Up to 2,048 bytes, about 680 Chinese characters. Links can be written as HTML anchors.',
		displayOptions: { show: { replyType: ['text'] } },
	},
	{
		displayName: 'Media ID',
		name: 'mediaId',
		type: 'string',
		default: '',
		required: true,
		hint: 'From an upload, or the MediaId of a message of the last three days',
		displayOptions: { show: { replyType: ['image', 'voice', 'video'] } },
	},
	{
		displayName: 'Music URL',
		name: 'musicUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/song.mp3',
		displayOptions: { show: { replyType: ['music'] } },
	},
	{
		displayName: 'Thumbnail Media ID',
		name: 'thumbMediaId',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { replyType: ['music'] } },
	},
	{
		displayName: 'Articles',
		name: 'articles',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Article',
		default: {},
		required: true,
		hint: 'One article in the reply to a message, up to 8 after following, a menu tap or a scan',
		displayOptions: { show: { replyType: ['news'] } },
		options: [
			{
				displayName: 'Article',
				name: 'article',
				values: [
					TITLE,
					DESCRIPTION,
					{
						displayName: 'Picture URL',
						name: 'picUrl',
						type: 'string',
						default: '',
						hint: 'JPG or PNG; 360 × 200 for the first article, 200 × 200 for the others',
					},
					{ displayName: 'URL', name: 'url', type: 'string', default: '' },
				],
			},
		],
	},
	{
		...ADDITIONAL_FIELDS,
		displayOptions: { show: { replyType: ['video'] } },
		options: [
			DESCRIPTION,
			{
				displayName: 'Thumbnail Media ID',
				name: 'thumbMediaId',
				type: 'string',
				default: '',
				description: 'Needed only when the reply is sent late, as a customer service message',
			},
			TITLE,
		],
	},
	{
		...ADDITIONAL_FIELDS,
		displayOptions: { show: { replyType: ['music'] } },
		options: [
			DESCRIPTION,
			{
				displayName: 'High Quality Music URL',
				name: 'hqMusicUrl',
				type: 'string',
				default: '',
				description: 'Played on Wi-Fi',
			},
			TITLE,
		],
	},
	{
		...ADDITIONAL_FIELDS,
		displayOptions: { show: { replyType: ['transferCustomerService'] } },
		options: [
			{
				displayName: 'Customer Service Account',
				name: 'kfAccount',
				type: 'string',
				default: '',
				placeholder: 'e.g. anna@gh_account',
				description: 'Who takes the conversation; leave empty for whoever is online',
			},
		],
	},
	{
		displayName: 'Send Late Replies as Customer Service Message',
		name: 'sendLate',
		type: 'boolean',
		default: true,
		displayOptions: { hide: { replyType: ['none', 'transferCustomerService'] } },
		description:
			'Whether to send the same content as a customer service message when the five seconds are over or the message has been answered already. Needs a verified account; without it the node stops with an error.',
	},
];
