import { createHash, randomUUID } from 'node:crypto';
import { ExpressionError, NodeOperationError, sleep, type IDataObject } from 'n8n-workflow';
import { UserInputError } from '../inputError';
import { withoutForbidden } from '../text/characters';
import { describeError, WeChatApiError, WeChatTransportError } from '../transport/errors';
import { attempt as attempted } from './attempt';
import type { Records } from './port';
import type { NewRow, RowOf, ValuesOf } from './table';
import { sent } from './tables/sent';

/*
 * How it holds, whenever a run is killed and however many run at once. A row is added as `ready`: that sends
 * nothing yet, so whoever comes may go on from there. It changes hands by compare-and-set on `attempt`, which has
 * another value after each change: one run gets it, and goes to WeChat. A row that is `sending` for longer than
 * any call takes was broken off, and nobody here knows whether before or after WeChat got it.
 */

/** Something that goes out at most once. */
export interface Outgoing {
	/** Identifies it: the same for a repeated run, and for nothing else. Begins with a word of ours. */
	key: string;
	/** What it is, for people who read the table, e.g. `Customer service message`. */
	what: string;
	/** Whom it goes to; '' when it is no single follower. */
	openId: string;
	/** Whether WeChat itself drops a second one, so that a call that broke off may be repeated. */
	isRepeatable: boolean;
	/** How long after the first call WeChat drops a second one; always, when it is absent. */
	repeatableForMs?: number;
}

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

/** A call that takes longer has been broken off; with all its repetitions a call of ours takes two minutes. */
export const BROKEN_OFF_MS = 180_000;

/** WeChat: `client_msg_id`, `clientmsgid`, at most 32 bytes. */
const CLIENT_ID_LENGTH = 32;
/** Stores have an index on keys, which takes no longer ones. */
const KEY_LENGTH = 240;
/** Waits before it is tried again to write down that something went out. */
const MARK_DELAYS_MS = [200, 800];

const digestOf = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, CLIENT_ID_LENGTH);

/** The key as it stands in the table: without characters that no store keeps, and not too long for one. */
export function sentKey(given: string): string {
	const key = withoutForbidden(given);
	if (key.length <= KEY_LENGTH) return key;
	return `${withoutForbidden(key.slice(0, KEY_LENGTH - CLIENT_ID_LENGTH - 1))}:${digestOf(key)}`;
}

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

/** The row of something that is to go out; it sends nothing yet. */
export const readyRow = (
	{ key, what, openId }: Outgoing,
	at: number,
): NewRow<typeof sent> & { state: string } => ({
	key: sentKey(key),
	what,
	openId,
	state: 'ready',
	at,
	attempt: randomUUID(),
});

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

/** Whether the call that a row stands for began so long ago that it was broken off. */
export const wasBrokenOff = ({ at }: RowOf<typeof sent>, now: number): boolean =>
	(at ?? 0) < now - BROKEN_OFF_MS;

/** Since when it may have gone out; null when it is certain that it did not. */
export function unsureSince(row: RowOf<typeof sent>): number | null {
	const isFree = row.state === 'ready' || row.state === 'refused';
	return isFree ? null : (row.unsureSince ?? row.at ?? 0);
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

/** What is written of something that went out. */
export const sentChanges = (
	result: IDataObject,
): Pick<ValuesOf<typeof sent>, 'attempt' | 'result' | 'state'> => ({
	state: 'sent',
	attempt: randomUUID(),
	result,
});

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
