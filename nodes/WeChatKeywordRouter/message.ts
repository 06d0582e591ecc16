import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../shared/inputError';
import { nowOf, optionsOf } from '../shared/engagement/fields';
import { toEpoch } from '../shared/rows/row';
import type { Message } from './engine/types';

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** *Now* where it is filled in, else the time of the message, else the current time. */
function timeOf(ctx: IExecuteFunctions, itemIndex: number, own: unknown): number {
	const { now } = optionsOf(ctx, itemIndex);
	const isGiven = now !== undefined && now !== '';
	return (isGiven ? undefined : toEpoch(own)) ?? nowOf(ctx, itemIndex);
}

/**
 * The message that an item stands for: one of the trigger, or an interaction row.
 *
 * @throws UserInputError when there is no text
 */
export function messageOf(ctx: IExecuteFunctions, itemIndex: number): Message {
	const json = ctx.getInputData()[itemIndex]?.json ?? {};
	const text = textOf(ctx.getNodeParameter('text', itemIndex, ''));
	if (text.trim() === '') {
		throw new UserInputError(
			`[Item ${itemIndex + 1}] 'Text' is empty`,
			'Let only text messages in, or choose the column that holds the text.',
		);
	}
	const wechat = (json.wechat ?? {}) as IDataObject;
	const openId = textOf(wechat.openId ?? json.openId ?? json.FromUserName);
	const at = timeOf(ctx, itemIndex, wechat.receivedAt ?? json.at);
	return {
		text,
		openId,
		at,
		key: textOf(wechat.dedupeKey ?? json.key) || `${openId}:${at}:${text}`,
		tapped: textOf(json.bizmsgmenuid) || undefined,
	};
}
