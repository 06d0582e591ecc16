import {
	checkReachability,
	type Channel,
	type Interaction,
	type Reachability,
} from '../../shared/message/reachability';
import { spelledAsUsual } from '../../shared/message/kinds';
import { UserInputError } from '../../shared/inputError';
import { valueOfJson } from '../../shared/json';
import { toEpoch } from '../../shared/rows/row';
import { field, type Changes, type Field } from '../../shared/operations/fields';

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
		toEpoch(value.at) !== undefined
	);
}

/** Rows from the canvas: a list, or its JSON. @throws UserInputError when they are something else */
function interactionsOf(value: unknown): Interaction[] {
	const rows = typeof value === 'string' ? valueOfJson(value === '' ? '[]' : value) : value;
	if (!Array.isArray(rows) || !rows.every(isInteraction)) {
		throw new UserInputError(
			"'Interactions' is not a list of { kind, at }",
			'Give one row per message or event, with a time as 2026-11-24T09:00:00+08:00.',
		);
	}
	return rows.map((row) => ({
		...row,
		kind: spelledAsUsual(row.kind),
		at: toEpoch(row.at) ?? row.at,
	}));
}

/** The rows that tell whether a follower can be reached, given to *Check Reachability* and to senders. */
export const interactions = (changes: Changes = {}): Field<Interaction[]> =>
	field(
		{
			displayName: 'Interactions',
			type: 'json',
			default: '[]',
			hint: 'A list of { kind, at }: kind is wechat.kind of the trigger, "sent" for a message of the account, or "payment" for one by WeChat Pay (service accounts)',
			description:
				'The rows of this follower, e.g. from a Data Table; rows of tapped answers keep their bizmsgmenuid. With them, a message that WeChat would refuse is not sent.',
			...changes,
		},
		(value = []) => interactionsOf(value),
	);

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
 * @param rows of the person; undefined when the check is not wanted
 * @throws UserInputError with the channel that would work
 */
export function refuseUnreachable(
	rows: Interaction[] | undefined,
	channel: Channel,
	templateId = '',
): void {
	if (rows === undefined) return;
	const state = checkReachability(rows, Date.now());
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
