import { createHash } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { bytesOf, bytesOfText, cutBytes, inMarkup, type Link } from '../../shared/staff/note';
import type { NodeRun } from './keys';
import { safeAddress, type Recipient } from './notice';

/** Below a text of which the message holds the beginning only. */
const MORE = '\n（以上只是开头，全文请看链接）';

const MAX_LABEL_BYTES = 60;

/** The question as it is asked. @throws UserInputError when it is empty */
export function questionOf(message: string): string {
	const question = message.trim();
	if (question !== '') return question;
	throw new UserInputError("'Question' is empty", "Fill in 'Question'.");
}

/**
 * Tells the item that a link was made for from the next one that the node waits with, e.g. in a loop: their links
 * are alike otherwise, and an old one must not answer a new question.
 */
export const itemMark = (json: IDataObject): string =>
	createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 16);

/** The link to the page of a question, signed by n8n with what the page has to know. */
export function linkOf(
	ctx: IExecuteFunctions,
	{ runIndex }: NodeRun,
	json: IDataObject,
	label: string,
): Link {
	const signed = ctx.getSignedResumeUrl({ run: String(runIndex), item: itemMark(json) });
	return {
		label: cutBytes(label, MAX_LABEL_BYTES, inMarkup),
		url: safeAddress('Link', signed),
	};
}

/** As much of a question as the message holds beside the link; what is cut says so. */
export function inMessage(question: string, { maxTextBytes }: Recipient, link: Link): string {
	const room = maxTextBytes - bytesOf(link);
	if (bytesOfText(question) <= room) return question;
	return cutBytes(question, room - bytesOfText(MORE), inMarkup) + MORE;
}
