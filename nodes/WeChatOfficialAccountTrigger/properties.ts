import type { INodeProperties } from 'n8n-workflow';
import { ANY_KIND, KIND_OPTIONS } from './kinds';

export const triggerProperties: INodeProperties[] = [
	{
		displayName:
			'Publish this workflow, then enter the production URL above as server URL (服务器配置) on the <a href="https://developers.weixin.qq.com/platform" target="_blank">WeChat Developer Platform</a> (微信开发者平台) > My Business (我的业务) > your account > Domain and Message Push (域名与消息推送配置), with the Token and EncodingAESKey of the credential. Enabling it switches off the auto-replies and the menu editor of the WeChat console, and an account that is not verified as an enterprise cannot make a menu by API. One account has one server URL; Forward To lets several workflows share it.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName:
			'Choose safe mode (安全模式) there. In plaintext mode (明文模式) the signature of WeChat does not cover the message: whoever gets to see one request can send messages in the name of your followers, and have their data deleted.',
		name: 'safeModeNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'multiOptions',
		options: KIND_OPTIONS,
		default: [ANY_KIND],
		required: true,
	},
	{
		displayName: 'Text Filter',
		name: 'textCondition',
		type: 'options',
		options: [
			{ name: 'Any Text', value: 'any' },
			{ name: 'Contains', value: 'contains' },
			{ name: 'Equals', value: 'equals' },
			{ name: 'Matches Regular Expression', value: 'regex' },
			{ name: 'Starts With', value: 'startsWith' },
		],
		default: 'any',
		description:
			'Which text messages start the workflow. With a filter, other kinds of messages and events do not start it.',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 优惠',
		displayOptions: { hide: { textCondition: ['any'] } },
		description: 'The text or, for a regular expression, the pattern without slashes',
	},
	{
		displayName: 'Respond',
		name: 'respond',
		type: 'options',
		options: [
			{
				name: 'Using WeChat Reply Node',
				value: 'inWorkflow',
				description:
					'The workflow answers within 5 seconds. If it does not, WeChat gets an empty answer after 4.5 seconds and the WeChat Reply node sends a customer service message instead.',
			},
			{
				name: 'Immediately',
				value: 'immediately',
				description: 'WeChat gets an empty answer at once; for workflows that never reply',
			},
		],
		default: 'inWorkflow',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: "Add Follower's Profile",
				name: 'addProfile',
				type: 'boolean',
				default: false,
				description:
					'Whether to add tags, remark and the way the person came to the account. Needs a verified account. Profiles are kept for ten minutes; one that is not there within a second is left out.',
			},
			{
				displayName: 'Download Media',
				name: 'downloadMedia',
				type: 'boolean',
				default: false,
				description:
					'Whether to add the file of an image, voice or video message as binary data. One that is not there within three seconds is left out.',
			},
			{
				displayName: 'Forward To',
				name: 'forwardTo',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, sortable: true },
				placeholder: 'Add Trigger',
				default: {},
				description:
					'Other workflows of the same account that receive everything this trigger receives, whatever its own filters let through. Each has its own WeChat Official Account Trigger with the same credential. The first reply within the five seconds is the reply.',
				options: [
					{
						displayName: 'Trigger',
						name: 'target',
						values: [
							{
								displayName: 'Name',
								name: 'name',
								type: 'string',
								default: '',
								placeholder: 'e.g. Keyword auto-reply',
								description: 'What the log calls it; has no other effect',
							},
							{
								displayName: 'Only If No Other Replies',
								name: 'isLast',
								type: 'boolean',
								default: false,
								description:
									'Whether it is asked last: after all others of this list that the message goes to, and only if none of them has replied. For workflows that have an answer to everything, e.g. keyword replies beside games.',
							},
							{
								displayName: 'Only Kinds',
								name: 'kinds',
								type: 'multiOptions',
								options: KIND_OPTIONS,
								default: [ANY_KIND],
								description:
									'What to forward. The other trigger has filters of its own; forwarding only what passes them saves calls.',
							},
							{
								displayName: 'Only Text Matching',
								name: 'text',
								type: 'string',
								default: '',
								placeholder: 'e.g. ^签到$',
								description:
									'Regular expression that a text has to match to be forwarded. With it, nothing but text messages are.',
							},
							{
								displayName: 'Path or URL',
								name: 'to',
								type: 'string',
								default: '',
								placeholder: 'e.g. 7c8f2f4e-5a0b-4d2c-9b7e-1f2a3b4c5d6e/wechat',
								description:
									'Production URL of the other trigger, or the part of it after "/webhook/" when it is on this n8n',
							},
						],
					},
				],
			},
			{
				displayName: 'Ignore Redeliveries',
				name: 'onlyFirst',
				type: 'boolean',
				default: true,
				description:
					'Whether a message that WeChat delivers again starts the workflow only once. The repeated delivery gets the answer of the first.',
			},
			{
				displayName: 'Max Message Size (KB)',
				name: 'maxBodySize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1024,
				description: 'Larger messages are refused. WeChat sends a few KB at most.',
			},
			{
				displayName: 'Restrict to OpenIDs',
				name: 'senders',
				type: 'string',
				default: '',
				placeholder: 'e.g. oABCD1234, oABCD5678',
				description: 'Comma-separated OpenIDs; messages of other people do not start the workflow',
			},
			{
				displayName: 'Timestamp Tolerance (Seconds)',
				name: 'timestampTolerance',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 300,
				hint: 'Needs a server whose clock is set by the network',
				description:
					'By how much the time of a message may differ from the time of this server before it is refused as a copy of an old one. In safe mode that is also the time inside the encrypted message. 0 accepts any time.',
			},
		],
	},
];
