import { sleep } from 'n8n-workflow';
import { isGone } from '../../shared/comment/gone';
import { attempt } from '../../shared/records/attempt';
import { onlyOnce, wasRefused } from '../../shared/records/onlyOnce';
import { sentKey } from '../../shared/records/sentRow';
import { readOne, type Records } from '../../shared/records/port';
import { sent } from '../../shared/records/tables/sent';
import { WeChatApiError, WeChatTransportError } from '../../shared/transport/errors';
import type { Ready } from './message';
import type { Refusal } from './page/words';

/** What became of an answer. */
export type Sent =
	| { status: 'sent'; isRepeated: boolean }
	| { status: 'refused'; why: Refusal; code?: number };

/** What WeChat's codes mean to whoever has written an answer. */
const MEANINGS: Readonly<Record<number, Refusal>> = {
	40003: 'left',
	43004: 'left',
	45002: 'tooLong',
	45015: 'closed',
	45047: 'usedUp',
	48001: 'noPermission',
};

/** A second click comes while the first one is under way: how long it is waited for, and between two looks. */
const WAIT_MS = 5_000;
const LOOK_MS = 250;

/** Waits until another run that is sending the same has done so. */
async function untilSettled(records: Records, key: string): Promise<void> {
	for (let waited = 0; waited < WAIT_MS; waited += LOOK_MS) {
		const row = await readOne(records, sent, { key: sentKey(key) });
		if (row?.state !== 'sending') return;
		await sleep(LOOK_MS);
	}
}

function refusalOf(error: unknown): Sent {
	if (isGone(error)) return { status: 'refused', why: 'gone' };
	if (error instanceof WeChatApiError) {
		const { errcode: code } = error;
		const why = MEANINGS[code];
		return why ? { status: 'refused', why } : { status: 'refused', why: 'refused', code };
	}
	return { status: 'refused', why: wasRefused(error) ? 'notReached' : 'unknown' };
}

/**
 * Sends an answer once: sent again from the same page it is not repeated, and of two pages that knew the same only one
 * is heard.
 *
 * @param id of the form that it was written in
 * @throws what is neither WeChat's nor the network's doing
 */
export async function sendAnswer(records: Records, ready: Ready, id: string): Promise<Sent> {
	const { outgoing, send } = ready;
	const once = async () => await onlyOnce(records, outgoing, Date.now(), send);
	const first = await attempt(once);
	const isBusy = 'value' in first && first.value.status === 'underWay';
	if (isBusy) await untilSettled(records, outgoing.key);
	const sending = isBusy ? await attempt(once) : first;
	if ('error' in sending) {
		const { error } = sending;
		if (error instanceof WeChatApiError || error instanceof WeChatTransportError) {
			return refusalOf(error);
		}
		throw error;
	}
	const { value } = sending;
	if (!('result' in value)) return { status: 'refused', why: value.status };
	if (value.result.wasAnswered === true) return { status: 'refused', why: 'answered' };
	if (value.status === 'sent') return { status: 'sent', isRepeated: false };
	return value.result.form === id
		? { status: 'sent', isRepeated: true }
		: { status: 'refused', why: 'colleague' };
}
