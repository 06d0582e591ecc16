import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';

/** What went out under a Client Message ID in this run, by person and ID. */
const sentByRun = new WeakMap<IExecuteFunctions, Map<string, string>>();

/**
 * WeChat sends a message with the same ID to the same person only once in ten minutes, and answers as if
 * it had sent every one. That is right for a message that is repeated, not for another one.
 *
 * @param body of message/template/send or message/subscribe/bizsend
 * @throws UserInputError when the ID stands for another message to the same person already
 */
export function refuseSwallowed(ctx: IExecuteFunctions, body: IDataObject): void {
	if (body.client_msg_id === undefined) return;
	const sent = sentByRun.get(ctx) ?? new Map<string, string>();
	sentByRun.set(ctx, sent);
	const key = JSON.stringify([body.touser, body.client_msg_id]);
	const content = JSON.stringify(body);
	if ((sent.get(key) ?? content) !== content) {
		throw new UserInputError(
			`Another message to the same person has the 'Client Message ID' ${String(body.client_msg_id)}: WeChat would not send this one`,
			'Make the ID different for every message, e.g. with the order number, or leave it out.',
		);
	}
	sent.set(key, content);
}
