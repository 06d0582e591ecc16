import type { FlowNode } from './flow';

type Json = Record<string, unknown>;

/* Nodes as a person would drop them on the canvas. */

export const trigger = (parameters: Json = {}, name = 'Trigger'): FlowNode => ({
	name,
	type: 'weChatOfficialAccountTrigger',
	parameters,
});

export const reply = (parameters: Json = {}): FlowNode => ({
	name: 'Reply',
	type: 'weChatReply',
	parameters: { replyType: 'text', text: '=收到：{{ $json.Content }}', ...parameters },
});

export const action = (
	resource: string,
	operation: string,
	parameters: Json,
	settings: Json = {},
): FlowNode => ({
	name: 'Action',
	type: 'weChatOfficialAccount',
	parameters: { resource, operation, ...parameters },
	...settings,
});

/** Turns the message into as many items as it has words, each with one in `openId`. */
export const splitWords: FlowNode = {
	name: 'Split',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode:
			"return $input.first().json.Content.split(' ').map((openId) => ({ json: { openId } }));",
	},
};

export const wait = (seconds: number): FlowNode => ({
	name: 'Wait',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { amount: seconds, unit: 'seconds' },
});
