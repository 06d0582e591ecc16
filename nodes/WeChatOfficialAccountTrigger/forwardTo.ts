import type { INodeProperties } from 'n8n-workflow';
import { ANY_KIND, KIND_OPTIONS } from './kinds';

/** The list of other triggers; see `targets.ts`. */
export const FORWARD_TO: INodeProperties = {
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
};
