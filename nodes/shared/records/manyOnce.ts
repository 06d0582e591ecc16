import { randomUUID } from 'node:crypto';
import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import { describeError } from '../transport/errors';
import { attempt, type Attempt } from './attempt';
import { take, wasRefused, type Sending } from './onlyOnce';
import { unsureSince, wasBrokenOff, type Outgoing } from './sentRow';
import type { Added, Records } from './port';
import type { NewRow, RowOf } from './table';
import { sent } from './tables/sent';

/** So many are claimed together: sending them takes less time than a claim is held for. */
const CLAIMED_TOGETHER = 50;

/** What of many goes out; WeChat itself drops a second one of each. */
export type Repeatable = Pick<Outgoing, 'key' | 'openId' | 'what'>;

interface Sender<R extends IDataObject> {
	/** Epoch milliseconds, of the real clock. */
	now: () => number;
	/** Sends one; gets its position. */
	send: (position: number) => Promise<R>;
	/** Whether the others are sent after this error. */
	mayGoOn: (error: unknown) => boolean;
}

/**
 * As `onlyOnce`, for many: claimed together before the calls and marked together after them, which costs the
 * same few runs for fifty as for one. Only for what WeChat itself drops a second one of, as a run that is killed
 * leaves all of its claims to be taken up again.
 *
 * @returns one answer for each, in their order; undefined for those after an error that ended it
 */
export async function manyOnce<R extends IDataObject>(
	records: Records,
	outgoing: readonly Repeatable[],
	sender: Sender<R>,
): Promise<Array<Attempt<Sending<R>> | undefined>> {
	const answers: Array<Attempt<Sending<R>> | undefined> = [];
	for (const part of chunk(outgoing, CLAIMED_TOGETHER)) {
		const first = answers.length;
		const { now, mayGoOn } = sender;
		const send = async (position: number) => await sender.send(first + position);
		const given = await claimedTogether(records, part, { now, mayGoOn, send });
		for (const answer of given) answers.push(answer);
		if (given.includes(undefined)) break;
	}
	return answers;
}

async function claimedTogether<R extends IDataObject>(
	records: Records,
	part: readonly Repeatable[],
	{ now, send, mayGoOn }: Sender<R>,
): Promise<Array<Attempt<Sending<R>> | undefined>> {
	const added = await claimAll(records, part, now());
	const answers: Array<Attempt<Sending<R>> | undefined> = [];
	const byKey = new Map<string, Attempt<Sending<R>>>();
	const marks: Array<NewRow<typeof sent>> = [];
	let isEnded = false;
	for (const [position, { key }] of part.entries()) {
		const claim = added[position];
		const before = byKey.get(key);
		if (isEnded) {
			if (claim?.isNew) marks.push({ key, state: 'refused' });
			answers.push(undefined);
			continue;
		}
		if (before) {
			answers.push(again(before));
			continue;
		}
		const isOurs = claim?.isNew === true || (await takesOver(records, claim?.row, now()));
		const answer = isOurs
			? await sendOne(async () => await send(position))
			: { value: standing<R>(claim?.row) };
		const mark = { key, ...markOf(answer) };
		if (isOurs) marks.push(mark);
		byKey.set(key, answer);
		answers.push(answer);
		isEnded = 'error' in answer && !mayGoOn(answer.error);
	}
	await records.put(sent, marks);
	return answers;
}

/** Claims what nobody has claimed before. */
export async function claimAll(
	records: Records,
	part: readonly Repeatable[],
	at: number,
): Promise<Array<Added<typeof sent>>> {
	const claims = part.map((one) => ({ ...one, state: 'sending', at, attempt: randomUUID() }));
	return await records.add(sent, claims);
}

const sendOne = async <R extends IDataObject>(
	send: () => Promise<R>,
): Promise<Attempt<Sending<R>>> =>
	await attempt(async () => ({ status: 'sent', isRecorded: true, result: await send() }));

/** The same key once more in one batch. */
export const again = <R extends IDataObject>(answer: Attempt<Sending<R>>): Attempt<Sending<R>> =>
	'value' in answer && answer.value.status === 'sent'
		? { value: { status: 'alreadySent', result: answer.value.result } }
		: answer;

/** What another run has done, or is doing. */
export const standing = <R extends IDataObject>(row: RowOf<typeof sent> | undefined): Sending<R> =>
	row?.state === 'sent' ? { status: 'alreadySent', result: row.result } : { status: 'underWay' };

/** Takes up what an earlier run has left, or was refused; false when it is sent or another run is at it. */
export async function takesOver(
	records: Records,
	row: RowOf<typeof sent> | undefined,
	now: number,
): Promise<boolean> {
	if (!row || row.state === 'sent') return false;
	if (row.state === 'sending' && !wasBrokenOff(row, now)) return false;
	const changes = { state: 'sending', at: now, unsureSince: unsureSince(row) };
	return (await take(records, row, changes)) !== undefined;
}

/** What is written down of an answer. */
export function markOf<R extends IDataObject>(
	answer: Attempt<Sending<R>>,
): Pick<NewRow<typeof sent>, 'result' | 'state'> {
	if ('value' in answer) {
		const { value } = answer;
		return { state: 'sent', result: 'result' in value ? value.result : {} };
	}
	const state = wasRefused(answer.error) ? 'refused' : 'unknown';
	return { state, result: { ...describeError(answer.error) } };
}
