import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { UserInputError } from '../inputError';
import { adviceFor } from './errorTable';
import { redact } from './redact';

const RID = /rid: ?([0-9a-f]+-[0-9a-f]+-[0-9a-f]+)/i;
const WHITELIST_IP = /invalid ip ([0-9a-f.:]+)/i;

/** WeChat answered with an errcode other than 0. */
export class WeChatApiError extends Error {
	readonly rid?: string;

	/** What had been done before; see `withNote`. */
	note = '';

	constructor(
		readonly endpoint: string,
		readonly errcode: number,
		readonly errmsg: string,
		/** The whole answer, for the few codes that carry data (45171, 45065). */
		readonly response: IDataObject = {},
	) {
		const { meaning } = adviceFor(errcode);
		const ip = errcode === 40164 ? WHITELIST_IP.exec(errmsg)?.[1] : undefined;
		super(`${meaning}${ip ? `: ${ip}` : ''} (WeChat error ${errcode})`);
		this.name = 'WeChatApiError';
		this.rid = RID.exec(errmsg)?.[1];
	}
}

/** The call did not reach WeChat, or its answer did not reach us or made no sense. */
export class WeChatTransportError extends Error {
	/** What had been done before; see `withNote`. */
	note = '';

	constructor(
		readonly endpoint: string,
		message: string,
		/** What to do about it. */
		readonly advice: string,
		/**
		 * `notSent`: nothing was done. `refused`: nothing was done, and trying again is of no use.
		 * `unknown`: WeChat may or may not have done it.
		 */
		readonly outcome: 'notSent' | 'refused' | 'unknown',
	) {
		super(message);
		this.name = 'WeChatTransportError';
	}
}

/**
 * The error of a later call, told together with what an earlier one has done already and cannot be undone.
 *
 * @param note sentences that come before the advice
 */
export function withNote(error: unknown, note: string): unknown {
	if (error instanceof WeChatApiError || error instanceof WeChatTransportError) error.note = note;
	return error;
}

const lines = (...sentences: string[]): string => sentences.filter(Boolean).join(' ');

/** Message and description of an error as a person at the canvas should read them, without secrets. */
export function describeError(error: unknown): { message: string; description: string } {
	if (error instanceof WeChatApiError) {
		const { advice } = adviceFor(error.errcode);
		const said = `WeChat said: ${error.errmsg} (${error.endpoint})`;
		return { message: error.message, description: redact(lines(error.note, advice, said)) };
	}
	if (error instanceof WeChatTransportError) {
		return { message: redact(error.message), description: redact(lines(error.note, error.advice)) };
	}
	if (error instanceof UserInputError) {
		return { message: redact(error.message), description: redact(error.advice) };
	}
	const message = error instanceof Error ? error.message : String(error);
	return { message: redact(message), description: '' };
}

/**
 * The one place where an error becomes an n8n error: what happened as message, what to do as
 * description, `httpCode` = errcode, `itemIndex` set. The original is never attached as cause: a
 * network error carries the whole request, and with it the token.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		return error;
	}
	const { message, description } = describeError(error);
	if (error instanceof WeChatApiError) {
		const response: IDataObject = { errcode: error.errcode, errmsg: redact(error.errmsg) };
		if (error.rid) response.rid = error.rid;
		const nodeError = new NodeApiError(
			node,
			{},
			{
				message,
				description,
				httpCode: String(error.errcode),
				itemIndex,
			},
		);
		nodeError.context.data = response;
		return nodeError;
	}
	if (error instanceof WeChatTransportError) {
		return new NodeApiError(node, {}, { message, description, itemIndex });
	}
	return new NodeOperationError(node, message, { description, itemIndex });
}

/**
 * The item that stands for a failed one when the node is set to continue. n8n sends an item with just
 * these keys to the error output, and leaves `details` as they are. `details.outcome` is `unknown` when
 * WeChat may have done what it was asked.
 */
export function toErrorItem(error: unknown, itemIndex: number): INodeExecutionData {
	const { message, description } = describeError(error);
	const details: IDataObject = { description };
	if (error instanceof WeChatApiError) {
		details.errcode = error.errcode;
		if (error.rid) details.rid = error.rid;
	}
	if (error instanceof WeChatTransportError) details.outcome = error.outcome;
	return { json: { error: message, details }, pairedItem: { item: itemIndex } };
}
