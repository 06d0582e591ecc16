import type { INodeProperties } from 'n8n-workflow';
import { FORWARD_TO } from './forwardTo';
import { ANY_KIND, KIND_OPTIONS } from './kinds';
import { QUICK_REPLIES, quickRepliesField } from './quickReplies/fields';

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
	...quickRepliesField.describe(QUICK_REPLIES),
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
				displayName: 'Check Wording of Quick Replies',
				name: 'checkWording',
				type: 'boolean',
				default: true,
				description:
					"Whether publishing is refused while a quick reply breaks WeChat's rules or the advertising law: rewards for sharing, following or liking, superlatives, cures, promises of profit, bets, minors, personal data",
			},
			{
				displayName: 'Download Media',
				name: 'downloadMedia',
				type: 'boolean',
				default: false,
				description:
					'Whether to add the file of an image, voice or video message as binary data. One that is not there within three seconds is left out.',
			},
			FORWARD_TO,
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
