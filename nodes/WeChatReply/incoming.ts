import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { WeChatMeta } from '../shared/callback/message';
import { REPLY_NODE_NAME, TRIGGER_NODE_NAME } from '../shared/constants';
import { UserInputError } from '../shared/inputError';

/** The message that is being replied to. */
export interface Incoming {
	fields: IDataObject;
	meta: WeChatMeta;
	/** Whether this run was started by the push itself, so that its answer can still carry a reply. */
	isAnswerable: boolean;
}

/** What other nodes have done in this run. n8n makes it anew each time it is asked, so it is asked once. */
type Proxy = ReturnType<IExecuteFunctions['getWorkflowDataProxy']>;

/** Events after which WeChat shows a reply; after others it drops it (WeChat: passive user reply). */
const EVENTS_WITH_REPLY = new Set([
	'event.subscribe',
	'event.SCAN',
	'event.CLICK',
	'event.scancode_push',
	'event.scancode_waitmsg',
	'event.pic_sysphoto',
	'event.pic_photo_or_album',
	'event.pic_weixin',
	'event.location_select',
]);

function isMeta(value: unknown): value is WeChatMeta {
	return (
		typeof value === 'object' &&
		value !== null &&
		'kind' in value &&
		'openId' in value &&
		'replyBefore' in value
	);
}

/**
 * Types are `<package>.<name>`, or `CUSTOM.<name>` when the package is linked for development; a node that
 * an agent calls ends with `Tool`.
 */
function isType(type: string, name: string): boolean {
	return type.endsWith(`.${name}`) || type.endsWith(`.${name}Tool`);
}

/** The node that an agent got its input from, when the agent calls this node: n8n names it by the item. */
function nodeBeforeAgent(ctx: IExecuteFunctions, itemIndex: number): string | undefined {
	const paired = ctx.getInputData()[itemIndex]?.pairedItem;
	return typeof paired === 'object' && !Array.isArray(paired)
		? paired.sourceOverwrite?.previousNode
		: undefined;
}

/** Nodes can be renamed at will, so the trigger is found by its type. */
function findTrigger(ctx: IExecuteFunctions, proxy: Proxy, itemIndex: number): string | undefined {
	const before = nodeBeforeAgent(ctx, itemIndex);
	// Nothing but the agent itself leads on from the node before it, and n8n does not name the agent.
	const ends = before ? ctx.getChildNodes(before) : [ctx.getNode()];
	return ends
		.flatMap(({ name }) => ctx.getParentNodes(name))
		.filter(({ type }) => isType(type, TRIGGER_NODE_NAME))
		.map(({ name }) => name)
		.find((name) => proxy.$(name).isExecuted);
}

/** The reply nodes of a trigger's workflow, also those that an agent may call. */
function replyNodes(ctx: IExecuteFunctions, trigger: string): string[] {
	const nodes = ctx.getChildNodes(trigger);
	const tools = nodes.flatMap(({ name }) =>
		ctx.getParentNodes(name, { connectionType: NodeConnectionTypes.AiTool, depth: 1 }),
	);
	return [...nodes, ...tools]
		.filter(({ type }) => isType(type, REPLY_NODE_NAME))
		.map(({ name }) => name);
}

/** Only the first reply of a run travels with the answer to WeChat. */
function hasReplied(ctx: IExecuteFunctions, proxy: Proxy, trigger: string): boolean {
	const self = ctx.getNode().name;
	return (
		Number(proxy.$runIndex) > 0 ||
		replyNodes(ctx, trigger).some((name) => name !== self && proxy.$(name).isExecuted)
	);
}

/** Items of a run are messages, or messages that the trigger has answered by itself, on its second output. */
function itemOfTrigger(proxy: Proxy, trigger: string): IDataObject {
	const node = proxy.$(trigger);
	const message: INodeExecutionData | undefined = node.first(0) ?? node.first(1);
	return message?.json ?? {};
}

/**
 * Finds the message that started this run: by the trigger that leads to this node, or to the agent that
 * calls it; in a sub-workflow, by the item, which carries it.
 *
 * @throws UserInputError when there is none
 */
export function incomingMessage(ctx: IExecuteFunctions, itemIndex: number): Incoming {
	const proxy = ctx.getWorkflowDataProxy(itemIndex);
	const trigger = findTrigger(ctx, proxy, itemIndex);
	const item = ctx.getInputData()[itemIndex]?.json ?? {};
	const given: unknown = item.wechat;
	// Of several that have been answered, each item is about its own.
	const isOwn = !trigger || (isMeta(given) && given.quickReply !== undefined);
	const fields = isOwn ? item : itemOfTrigger(proxy, trigger);
	const meta: unknown = fields.wechat;
	if (!isMeta(meta)) {
		throw new UserInputError(
			'There is no WeChat message to reply to',
			'Start this workflow with the WeChat Official Account Trigger, or pass its whole item on to the sub-workflow.',
		);
	}
	const isAnswerable = trigger !== undefined && itemIndex === 0 && !hasReplied(ctx, proxy, trigger);
	return { fields, meta, isAnswerable };
}

/** Why a reply cannot go out with the answer to the push any more; undefined when it can. */
export function whyNotPassive({ meta, isAnswerable }: Incoming, now: number): string | undefined {
	if (meta.kind.startsWith('event.') && !EVENTS_WITH_REPLY.has(meta.kind)) {
		return `WeChat shows no reply to ${meta.kind}`;
	}
	if (!isAnswerable) return 'The message has been answered already';
	if (now > Date.parse(meta.replyBefore))
		return 'The five seconds in which WeChat takes a reply are over';
	return undefined;
}
