import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import { attempt, type Attempt } from './attempt';
import {
	markSent,
	readyRow,
	sendReady,
	sentMark,
	take,
	type Delivery,
	type Ledger,
	type Outgoing,
	type Sending,
} from './onlyOnce';
import type { Records } from './port';
import { sent } from './tables/sent';

/** So many rows are made ready together. */
const READY_TOGETHER = 50;

/** What goes out, one after the other. */
export interface Turns<R extends IDataObject> {
	/** Epoch milliseconds, of the real clock. */
	now: () => number;
	/** Sends one; gets its position. */
	send: (position: number, delivery: Delivery) => Promise<R>;
	/** Whether the others are sent after this error. */
	mayGoOn: (error: unknown) => boolean;
}

/** That one went out is written down together with the claim of the next one: a run of the store for each. */
class InTurn implements Ledger {
	private waiting?: { key: string; result: IDataObject };

	constructor(private readonly records: Records) {}

	async take(...[row, changes]: Parameters<Ledger['take']>): ReturnType<Ledger['take']> {
		const { waiting } = this;
		if (!waiting) return await take(this.records, row, changes);
		const mark = sentMark(waiting.key, waiting.result);
		const taken = await attempt(async () => await take(this.records, row, changes, mark));
		if ('value' in taken) {
			this.waiting = undefined;
			return taken.value;
		}
		await this.finish();
		throw taken.error;
	}

	async markSent(key: string, result: IDataObject): Promise<boolean> {
		const isFinished = await this.finish();
		this.waiting = { key, result };
		return isFinished;
	}

	/** Writes down what still waits for it. */
	async finish(): Promise<boolean> {
		const { waiting } = this;
		this.waiting = undefined;
		return waiting === undefined || (await markSent(this.records, waiting.key, waiting.result));
	}
}

/**
 * As `onlyOnce`, for many that go out one after the other: a run that is killed leaves at most one of which nobody
 * here knows whether it went out.
 *
 * @returns one answer for each, in their order; undefined for those after an error that ended it
 */
export async function inTurn<R extends IDataObject>(
	records: Records,
	outgoing: readonly Outgoing[],
	{ now, send, mayGoOn }: Turns<R>,
): Promise<Array<Attempt<Sending<R>> | undefined>> {
	const answers: Array<Attempt<Sending<R>> | undefined> = [];
	let isEnded = false;
	for (const part of chunk(outgoing, READY_TOGETHER)) {
		if (isEnded) break;
		const added = await records.add(
			sent,
			part.map((one) => readyRow(one, now())),
		);
		const ledger = new InTurn(records);
		for (const [place, one] of part.entries()) {
			const position = answers.length;
			const row = added[place]?.row;
			const answer = await attempt(
				async () =>
					await sendReady(
						ledger,
						row,
						one,
						now(),
						async (delivery) => await send(position, delivery),
					),
			);
			answers.push(answer);
			isEnded = 'error' in answer && !mayGoOn(answer.error);
			if (isEnded) break;
		}
		const isRecorded = await ledger.finish();
		if (!isRecorded) noteUnrecorded(answers);
	}
	return outgoing.map((_, position) => answers[position]);
}

/** The last one that went out could not be written down. */
function noteUnrecorded<R extends IDataObject>(
	answers: ReadonlyArray<Attempt<Sending<R>> | undefined>,
): void {
	for (const answer of [...answers].reverse()) {
		if (answer && 'value' in answer && answer.value.status === 'sent') {
			answer.value.isRecorded = false;
			return;
		}
	}
}
