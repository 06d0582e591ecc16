import { randomUUID } from 'node:crypto';
import chunk from 'lodash/chunk';
import groupBy from 'lodash/groupBy';
import type { IDataObject } from 'n8n-workflow';
import { attempt, type Attempt } from './attempt';
import {
	atOnce,
	markSent,
	sendClaimed,
	sendReady,
	type Delivery,
	type Ledger,
	type Sending,
} from './onlyOnce';
import { readyRow, sentChanges, type Outgoing } from './sentRow';
import type { Added, Records } from './port';
import type { RowOf } from './table';
import { sent } from './tables/sent';

/** So many rows are made ready together. */
const READY_TOGETHER = 50;

/** So many go out at the same moment: what a run that is killed leaves, and nobody here knows of. */
const TOGETHER = 5;

/** What goes out, some at the same moment. */
export interface Turns<R extends IDataObject> {
	/** Epoch milliseconds, of the real clock. */
	now: () => number;
	/** Sends one; gets its position. */
	send: (position: number, delivery: Delivery) => Promise<R>;
	/** Whether the others are sent after this error. */
	mayGoOn: (error: unknown) => boolean;
}

type Answer<R extends IDataObject> = Attempt<Sending<R>>;

/** Some that go out at the same moment. */
interface Group {
	/** What their rows bear as long as nobody else has touched them. */
	attempt: string;
	first: number;
	outgoing: readonly Outgoing[];
}

/** That some went out, all with the same answer of WeChat. */
interface Mark {
	keys: string[];
	result: IDataObject;
}

const NOTHING: Mark = { keys: [], result: {} };

const marksOf = (went: ReadonlyArray<{ key: string; result: IDataObject }>): Mark[] =>
	Object.values(groupBy(went, ({ result }) => JSON.stringify(result)))
		.map(([one, ...others]) => ({
			keys: [one, ...others].flatMap((each) => (each ? [each.key] : [])),
			result: one?.result ?? {},
		}))
		.sort((one, other) => other.keys.length - one.keys.length);

/** That a group went out is written down together with the claim of the next one: a run of the store for each. */
class Groups<R extends IDataObject> {
	private waiting = NOTHING;

	/** What went out and could not be written down. */
	readonly unrecorded = new Set<string>();

	constructor(
		private readonly records: Records,
		private readonly turns: Turns<R>,
	) {}

	/** Sends a group; one answer for each. */
	async send(group: Group, added: ReadonlyArray<Added<typeof sent>>): Promise<Array<Answer<R>>> {
		const { records } = this;
		const { now, send } = this.turns;
		const claimed = await attempt(async () => await this.claim(group, added));
		if ('error' in claimed) {
			await this.finish();
			return group.outgoing.map(() => claimed);
		}
		const went: Array<{ key: string; result: IDataObject }> = [];
		const ledger: Ledger = {
			...atOnce(records),
			markSent: async (key, result) => {
				went.push({ key, result });
				return await Promise.resolve(true);
			},
		};
		const answers = await Promise.all(
			group.outgoing.map(async (one, place) => {
				const row = added[place]?.row;
				const mine = row && claimed.value.get(row.key);
				const call = async (delivery: Delivery) => await send(group.first + place, delivery);
				return await attempt(async () =>
					mine
						? await sendClaimed(ledger, mine, now(), call)
						: await sendReady(atOnce(records), row, one, now(), call),
				);
			}),
		);
		const [most = NOTHING, ...others] = marksOf(went);
		this.waiting = most;
		for (const mark of others) await this.mark(mark);
		return answers;
	}

	/** Writes down what still waits for it. */
	async finish(): Promise<void> {
		const mark = this.waiting;
		this.waiting = NOTHING;
		await this.mark(mark);
	}

	/** Claims those that nobody has had before, by their keys. */
	private async claim(
		{ attempt: untouched }: Group,
		added: ReadonlyArray<Added<typeof sent>>,
	): Promise<Map<string, RowOf<typeof sent>>> {
		const keys = added.filter(({ isNew }) => isNew).map(({ row }) => row.key);
		if (keys.length === 0) return new Map();
		const { keys: before, result } = this.waiting;
		const rows = await this.records.claim(
			sent,
			{ attempt: untouched },
			{ state: 'sending', at: this.turns.now(), unsureSince: null, attempt: randomUUID() },
			{
				keys,
				...(before.length > 0 ? { before: { keys: before, changes: sentChanges(result) } } : {}),
			},
		);
		this.waiting = NOTHING;
		return new Map(rows.map((row) => [row.key, row]));
	}

	private async mark({ keys, result }: Mark): Promise<void> {
		if (keys.length === 0) return;
		const changes = sentChanges(result);
		const rows = keys.map((key) => ({ key, ...changes }));
		const written = await attempt(async () => await this.records.put(sent, rows));
		if ('value' in written) return;
		for (const key of keys) {
			if (!(await markSent(this.records, key, result))) this.unrecorded.add(key);
		}
	}
}

/**
 * As `onlyOnce`, for many that WeChat may be given some at a time: a run that is killed leaves at most one group of
 * which nobody here knows whether it went out.
 *
 * @returns one answer for each, in their order; undefined for those after the group with an error that ended it
 */
export async function inGroups<R extends IDataObject>(
	records: Records,
	outgoing: readonly Outgoing[],
	turns: Turns<R>,
): Promise<Array<Answer<R> | undefined>> {
	const answers: Array<Answer<R>> = [];
	let isEnded = false;
	for (const part of chunk(outgoing, READY_TOGETHER)) {
		if (isEnded) break;
		const begin = answers.length;
		const groups = chunk(part, TOGETHER).map(
			(together, number): Group => ({
				attempt: randomUUID(),
				first: begin + number * TOGETHER,
				outgoing: together,
			}),
		);
		const added = await records.add(
			sent,
			groups.flatMap(({ attempt: untouched, outgoing: together }) =>
				together.map((one) => ({ ...readyRow(one, turns.now()), attempt: untouched })),
			),
		);
		const sending = new Groups(records, turns);
		for (const group of groups) {
			const place = group.first - begin;
			const given = await sending.send(group, added.slice(place, place + TOGETHER));
			for (const answer of given) answers.push(answer);
			isEnded = given.some((answer) => 'error' in answer && !turns.mayGoOn(answer.error));
			if (isEnded) break;
		}
		await sending.finish();
		for (const [place, { row }] of added.entries()) {
			const answer = answers[begin + place];
			if (!sending.unrecorded.has(row.key) || !answer || 'error' in answer) continue;
			if (answer.value.status === 'sent') answer.value.isRecorded = false;
		}
	}
	return outgoing.map((_, position) => answers[position]);
}
