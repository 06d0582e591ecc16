import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sendCustomMessage } from '../../../shared/message/customMessage';
import { failureOf, isNotAllowed } from '../../../shared/message/failure';
import type { Attempt } from '../../../shared/records/attempt';
import { inGroups } from '../../../shared/records/inGroups';
import type { Sending } from '../../../shared/records/onlyOnce';
import type { Records } from '../../../shared/records/port';
import { interactions } from '../../../shared/records/tables/interactions';
import type { Written } from '../../engine/written';

/** A text for a follower. */
export interface Message {
	openId: string;
	/** The same for a repeated run, and for nothing else. */
	key: string;
	text: string;
}

interface Account {
	ctx: IExecuteFunctions;
	records: Records;
	/** Epoch milliseconds that count for the records. */
	now: number;
}

/**
 * Writes to some followers, a few at the same moment, each once. What was sent is kept with what the follower did.
 *
 * @returns what became of each, in their order
 * @throws an error that says nothing of a single person, e.g. that the network is down; the next run goes on
 */
export async function writeToAll(
	{ ctx, records, now }: Account,
	messages: readonly Message[],
): Promise<Written[]> {
	const outgoing = messages.map(({ key, openId }) => ({
		key,
		what: 'Customer service message',
		openId,
		isRepeatable: false,
	}));
	const answers = await inGroups(records, outgoing, {
		now: () => Date.now(),
		send: async (position) => {
			const { openId = '', text = '' } = messages[position] ?? {};
			await sendCustomMessage(ctx, openId, { msgtype: 'text', content: { content: text } });
			return {};
		},
		mayGoOn: (error) => !failureOf(error).isForAll,
	});
	const isSent = (position: number): boolean => {
		const answer = answers[position];
		return answer !== undefined && 'value' in answer && answer.value.status === 'sent';
	};
	await records.put(
		interactions,
		messages
			.filter((_, position) => isSent(position))
			.map(({ openId, key, text }) => ({
				key: `sent:${key}`,
				openId,
				kind: 'sent',
				at: now,
				text,
				isOutgoing: true,
			})),
	);
	return answers.map(writtenOf);
}

/** Those after an account that may not send are not tried. */
function writtenOf(answer: Attempt<Sending<IDataObject>> | undefined): Written {
	if (!answer) return 'notAllowed';
	if ('value' in answer) return answer.value.status;
	if (isNotAllowed(answer.error)) return 'notAllowed';
	const { state } = failureOf(answer.error);
	if (state) return state;
	throw answer.error;
}
