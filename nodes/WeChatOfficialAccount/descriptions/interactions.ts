import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import {
	checkReachability,
	type Channel,
	type Interaction,
	type Reachability,
} from '../../shared/message/reachability';
import { UserInputError } from '../../shared/inputError';
import { additionalOf } from './fields';

/** The rows that tell whether a follower can be reached, given to *Check Reachability* and to senders. */
export const interactionsField: INodeProperties = {
	displayName: 'Interactions',
	name: 'interactions',
	type: 'json',
	default: '[]',
	hint: 'A list of { kind, at }: kind is wechat.kind of the trigger, or "sent" for a message of the account',
	description:
		'The rows of this follower, e.g. from a Data Table. With them, a message that WeChat would refuse is not sent.',
};

const CHANNEL_NAMES: Record<Channel, string> = {
	customerServiceMessage: 'a customer service message',
	subscriptionNotice: 'a subscription notice',
	templateMessage: 'a template message',
};

function isInteraction(value: unknown): value is Interaction {
	return (
		typeof value === 'object' &&
		value !== null &&
		'kind' in value &&
		typeof value.kind === 'string' &&
		'at' in value &&
		!Number.isNaN(new Date(value.at as string).getTime())
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text === '' ? '[]' : text);
	} catch {
		return undefined;
	}
}

/** Rows from the canvas: a list, or its JSON. @throws UserInputError when they are something else */
export function interactionsOf(value: unknown): Interaction[] {
	const rows = typeof value === 'string' ? parse(value) : value;
	if (!Array.isArray(rows) || !rows.every(isInteraction)) {
		throw new UserInputError(
			"'Interactions' is not a list of { kind, at }",
			'Give one row per message or event, with a time as 2026-11-24T09:00:00+08:00.',
		);
	}
	return rows;
}

function isReachable(state: Reachability, channel: Channel, templateId: string): boolean {
	switch (channel) {
		case 'customerServiceMessage':
			return state.canWrite;
		case 'templateMessage':
			return state.isFollower;
		case 'subscriptionNotice':
			return state.notices.includes(templateId);
	}
}

/**
 * Refuses a message that WeChat would refuse, before the call, when interactions were given.
 *
 * @throws UserInputError with the channel that would work
 */
export function refuseUnreachable(
	ctx: IExecuteFunctions,
	itemIndex: number,
	channel: Channel,
	templateId = '',
): void {
	const { interactions }: IDataObject = additionalOf(ctx, itemIndex);
	if (interactions === undefined) return;
	const state = checkReachability(interactionsOf(interactions), Date.now());
	if (isReachable(state, channel, templateId)) return;
	const reason =
		channel === 'subscriptionNotice'
			? 'The person has not agreed to this notice, or the agreement is used up'
			: state.reason;
	const works = state.channel && state.channel !== channel ? CHANNEL_NAMES[state.channel] : '';
	throw new UserInputError(
		`${reason}; nothing was sent`,
		works
			? `Send ${works} instead: WeChat takes it now.`
			: 'Wait until the person gets in touch again.',
	);
}
