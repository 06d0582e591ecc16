import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
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

/** Types are `<package>.<name>`, or `CUSTOM.<name>` when the package is linked for development. */
function isType(type: string, name: string): boolean {
	return type.endsWith(`.${name}`);
}

/** Nodes can be renamed at will, so the trigger is found by its type. */
function findTrigger(ctx: IExecuteFunctions, itemIndex: number): string | undefined {
	const proxy = ctx.getWorkflowDataProxy(itemIndex);
	return ctx
		.getParentNodes(ctx.getNode().name)
		.filter(({ type }) => isType(type, TRIGGER_NODE_NAME))
		.map(({ name }) => name)
		.find((name) => proxy.$(name).isExecuted);
}

/** Only the first reply of a run travels with the answer to WeChat. */
function hasReplied(ctx: IExecuteFunctions, trigger: string, itemIndex: number): boolean {
	const proxy = ctx.getWorkflowDataProxy(itemIndex);
	const self = ctx.getNode().name;
	return (
		Number(proxy.$runIndex) > 0 ||
		ctx
			.getChildNodes(trigger)
			.filter(({ name, type }) => name !== self && isType(type, REPLY_NODE_NAME))
			.some(({ name }) => proxy.$(name).isExecuted)
	);
}

/**
 * Finds the message that started this run, or, in a sub-workflow, the one that the item carries.
 *
 * @throws UserInputError when there is none
 */
export function incomingMessage(ctx: IExecuteFunctions, itemIndex: number): Incoming {
	const trigger = findTrigger(ctx, itemIndex);
	const item = ctx.getInputData()[itemIndex]?.json ?? {};
	const fields: IDataObject = trigger
		? ctx.getWorkflowDataProxy(itemIndex).$(trigger).first().json
		: item;
	const meta: unknown = fields.wechat;
	if (!isMeta(meta)) {
		throw new UserInputError(
			'There is no WeChat message to reply to',
			'Start this workflow with the WeChat Official Account Trigger, or pass its whole item on to the sub-workflow.',
		);
	}
	const isAnswerable =
		trigger !== undefined && itemIndex === 0 && !hasReplied(ctx, trigger, itemIndex);
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
