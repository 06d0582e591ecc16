import { createHash, randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { withoutForbidden } from '../text/characters';
import type { NewRow, RowOf, ValuesOf } from './table';
import { sent } from './tables/sent';

/* The row of something that goes out once: its key, and what its state says. How it goes out: `onlyOnce.ts`. */

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

/** A call that takes longer has been broken off; with all its repetitions a call of ours takes two minutes. */
export const BROKEN_OFF_MS = 180_000;

/** WeChat: `client_msg_id`, `clientmsgid`, at most 32 bytes. */
const CLIENT_ID_LENGTH = 32;
/** Stores have an index on keys, which takes no longer ones. */
const KEY_LENGTH = 240;
/** What WeChat knows a key by. */
export const digestOf = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, CLIENT_ID_LENGTH);

/** The key as it stands in the table: without characters that no store keeps, and not too long for one. */
export function sentKey(given: string): string {
	const key = withoutForbidden(given);
	if (key.length <= KEY_LENGTH) return key;
	return `${withoutForbidden(key.slice(0, KEY_LENGTH - CLIENT_ID_LENGTH - 1))}:${digestOf(key)}`;
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

/** Whether the call that a row stands for began so long ago that it was broken off. */
export const wasBrokenOff = ({ at }: RowOf<typeof sent>, now: number): boolean =>
	(at ?? 0) < now - BROKEN_OFF_MS;

/** Since when it may have gone out; null when it is certain that it did not. */
export function unsureSince(row: RowOf<typeof sent>): number | null {
	const isFree = row.state === 'ready' || row.state === 'refused';
	return isFree ? null : (row.unsureSince ?? row.at ?? 0);
}

/** What is written of something that went out. */
export const sentChanges = (
	result: IDataObject,
): Pick<ValuesOf<typeof sent>, 'attempt' | 'result' | 'state'> => ({
	state: 'sent',
	attempt: randomUUID(),
	result,
});
