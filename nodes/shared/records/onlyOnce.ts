import { randomUUID } from 'node:crypto';
import { ExpressionError, NodeOperationError, sleep, type IDataObject } from 'n8n-workflow';
import { UserInputError } from '../inputError';
import { describeError, WeChatApiError, WeChatTransportError } from '../transport/errors';
import { attempt as attempted } from './attempt';
import type { Records } from './port';
import type { RowOf, ValuesOf } from './table';
import {
	digestOf,
	readyRow,
	sentChanges,
	unsureSince,
	wasBrokenOff,
	type Outgoing,
} from './sentRow';
import { sent } from './tables/sent';

/*
 * How it holds, whenever a run is killed and however many run at once. A row is added as `ready`: that sends
 * nothing yet, so whoever comes may go on from there. It changes hands by compare-and-set on `attempt`, which has
 * another value after each change: one run gets it, and goes to WeChat. A row that is `sending` for longer than
 * any call takes was broken off, and nobody here knows whether before or after WeChat got it.
 */

/** What the call has to know. */
export interface Delivery {
	/** Made of the key: for `client_msg_id`, `clientmsgid`, by which WeChat knows a second one. */
	clientId: string;
	/** Whether an earlier call may have gone out: what WeChat refuses as a second one is done. */
	mayBeSent: boolean;
}

/**
 * What became of it. `sent`: just now (`isRecorded` is false when that could not be written down). `alreadySent`:
 * before. `underWay`: another run is sending it at this moment. `unknown`: a call broke off and only WeChat
 * knows; a person has to look.
 */
export type Sending<R extends IDataObject> =
	| { status: 'sent'; result: R; isRecorded: boolean }
	| { status: 'alreadySent'; result: IDataObject }
	| { status: 'underWay' | 'unknown' };

/** Waits before it is tried again to write down that something went out. */
const MARK_DELAYS_MS = [200, 800];

/**
 * Sends something under a key: claimed before the call, marked after it. With the same key again nothing is
 * sent. What a run that was killed has left is repeated where WeChat drops a second one, and is `unknown`
 * otherwise.
 *
 * @param now epoch milliseconds, of the real clock
 * @throws what `send` throws; after a refusal the next run may try again
 */
export async function onlyOnce<R extends IDataObject>(
	records: Records,
	outgoing: Outgoing,
	now: number,
	send: (delivery: Delivery) => Promise<R>,
): Promise<Sending<R>> {
	const [added] = await records.add(sent, [readyRow(outgoing, now)]);
	return await sendReady(atOnce(records), added?.row, outgoing, now, send);
}

/** How rows change hands, and how it is written down that something went out. */
export interface Ledger {
	/** Changes a row as long as it is as it was read; undefined when another run was faster. */
	take(
		row: RowOf<typeof sent>,
		changes: Partial<ValuesOf<typeof sent>>,
	): Promise<RowOf<typeof sent> | undefined>;
	/** It went out. @returns whether that is, or will be, written down */
	markSent(key: string, result: IDataObject): Promise<boolean>;
}

/** Everything is written at once. */
export const atOnce = (records: Records): Ledger => ({
	take: async (row, changes) => await take(records, row, changes),
	markSent: async (key, result) => await markSent(records, key, result),
});

/** Goes on from the row as it was read: sends what was not sent, unless another run is at it. */
export async function sendReady<R extends IDataObject>(
	ledger: Ledger,
	row: RowOf<typeof sent> | undefined,
	outgoing: Outgoing,
	now: number,
	send: (delivery: Delivery) => Promise<R>,
): Promise<Sending<R>> {
	if (!row) return { status: 'unknown' };
	if (row.state === 'sent') return { status: 'alreadySent', result: row.result };
	if (row.state === 'sending' && !wasBrokenOff(row, now)) return { status: 'underWay' };

	const since = unsureSince(row);
	if (since !== null && !mayRepeat(outgoing, now - since)) {
		if (row.state !== 'unknown') {
			await ledger.take(row, { state: 'unknown', unsureSince: since });
		}
		return { status: 'unknown' };
	}
	const claimed = await ledger.take(row, { state: 'sending', at: now, unsureSince: since });
	return claimed ? await sendClaimed(ledger, claimed, now, send) : { status: 'underWay' };
}

const mayRepeat = (
	{ isRepeatable, repeatableForMs = Number.POSITIVE_INFINITY }: Outgoing,
	ageMs: number,
): boolean => isRepeatable && ageMs < repeatableForMs;

/** Changes a row as long as it is as it was read; undefined when another run was faster. */
export async function take(
	records: Records,
	{ key, attempt }: RowOf<typeof sent>,
	changes: Partial<ValuesOf<typeof sent>>,
): Promise<RowOf<typeof sent> | undefined> {
	const next = { ...changes, attempt: randomUUID() };
	const [row] = await records.claim(sent, { key, attempt }, next);
	return row;
}

/** Calls for a row that is ours, and writes down what became of it. */
export async function sendClaimed<R extends IDataObject>(
	ledger: Ledger,
	row: RowOf<typeof sent>,
	now: number,
	send: (delivery: Delivery) => Promise<R>,
): Promise<Sending<R>> {
	const { key } = row;
	const mayBeSent = row.unsureSince !== null;
	const call = await attempted(async () => await send({ clientId: digestOf(key), mayBeSent }));
	if ('value' in call) {
		const isRecorded = await ledger.markSent(key, call.value);
		return { status: 'sent', result: call.value, isRecorded };
	}
	const { error } = call;
	// What was unsure before stays so: the refusal is of this call, not of the one before.
	const marks =
		wasRefused(error) && !mayBeSent
			? { state: 'refused' }
			: { state: 'unknown', unsureSince: row.unsureSince ?? now };
	// The error of the call is the one to be told; a row that stays as it was will be found broken off.
	await attempted(
		async () => await ledger.take(row, { ...marks, result: { ...describeError(error) } }),
	);
	throw error;
}

/**
 * It went out, whoever has its row by now. Not written down it would be `unknown` next time, so it is tried again.
 */
export async function markSent(
	records: Records,
	key: string,
	result: IDataObject,
): Promise<boolean> {
	for (let tries = 0; ; tries++) {
		const delay = MARK_DELAYS_MS[tries];
		const mark = await attempted(async () => {
			await records.claim(sent, { key, state: { not: 'sent' } }, sentChanges(result));
		});
		if ('value' in mark) return true;
		if (delay === undefined) return false;
		await sleep(delay);
	}
}

/** Whether nothing can have gone out: WeChat said so, or there was no call yet. */
export function wasRefused(error: unknown): boolean {
	if (error instanceof WeChatTransportError)
		return error.outcome !== 'unknown' && error.note === '';
	// A note tells of parts that have gone out before this one was refused.
	if (error instanceof WeChatApiError) return error.note === '';
	return (
		error instanceof UserInputError ||
		error instanceof NodeOperationError ||
		error instanceof ExpressionError
	);
}
