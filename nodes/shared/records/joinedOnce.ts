import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import { attempt, type Attempt } from './attempt';
import { again, claimAll, markOf, standing, takesOver, type Repeatable } from './manyOnce';
import type { Sending } from './onlyOnce';
import { sentKey } from './sentRow';
import type { Records } from './port';
import { sent } from './tables/sent';

/** So many are claimed together: ten calls of fifty followers, or twenty-five of twenty. */
const CLAIMED_TOGETHER = 500;

/** Sends some together; gets their positions, gives one answer for each in their order. */
export type SendJoined<R extends IDataObject> = (positions: number[]) => Promise<Array<Attempt<R>>>;

/**
 * As `manyOnce`, for what one call takes many of: those that went out before are left out, the others are claimed
 * together, sent together and marked together. Only for what changes nothing at WeChat the second time: a run
 * that is killed leaves all of its claims to be taken up again, so none is ever `unknown`.
 *
 * @param now epoch milliseconds, of the real clock
 * @returns one answer for each, in their order
 */
export async function joinedOnce<R extends IDataObject>(
	records: Records,
	outgoing: readonly Repeatable[],
	now: () => number,
	send: SendJoined<R>,
): Promise<Array<Attempt<Sending<R>>>> {
	const answers: Array<Attempt<Sending<R>>> = [];
	for (const part of chunk(outgoing, CLAIMED_TOGETHER)) {
		const first = answers.length;
		const keyed = part.map((one) => ({ ...one, key: sentKey(one.key) }));
		const given = await claimedTogether(
			records,
			keyed,
			now,
			async (positions) => await send(positions.map((position) => first + position)),
		);
		for (const answer of given) answers.push(answer);
	}
	return answers;
}

async function claimedTogether<R extends IDataObject>(
	records: Records,
	part: readonly Repeatable[],
	now: () => number,
	send: SendJoined<R>,
): Promise<Array<Attempt<Sending<R>>>> {
	const added = await claimAll(records, part, now());
	const byKey = new Map<string, Attempt<Sending<R>>>();
	const ours = new Map<string, number>();
	for (const [position, { key }] of part.entries()) {
		if (ours.has(key) || byKey.has(key)) continue;
		const claim = added[position];
		const isOurs = claim?.isNew === true || (await takesOver(records, claim?.row, now()));
		if (isOurs) ours.set(key, position);
		else byKey.set(key, { value: standing<R>(claim?.row) });
	}
	for (const [key, answer] of await sendClaimed(records, ours, send)) byKey.set(key, answer);
	return part.map(({ key }, position) => {
		const answer = byKey.get(key) ?? { value: { status: 'underWay' } };
		return ours.has(key) && ours.get(key) !== position ? again(answer) : answer;
	});
}

/** Sends what was claimed, by key, and writes down what became of it. */
async function sendClaimed<R extends IDataObject>(
	records: Records,
	claimed: ReadonlyMap<string, number>,
	send: SendJoined<R>,
): Promise<Map<string, Attempt<Sending<R>>>> {
	const answers = new Map<string, Attempt<Sending<R>>>();
	if (claimed.size === 0) return answers;
	const given = await attempt(async () => await send([...claimed.values()]));
	for (const [place, key] of [...claimed.keys()].entries()) {
		const answer = 'error' in given ? given : given.value[place];
		if (!answer) continue;
		answers.set(
			key,
			'error' in answer
				? answer
				: { value: { status: 'sent', isRecorded: true, result: answer.value } },
		);
	}
	const marks = [...answers].map(([key, answer]) => ({ key, ...markOf(answer) }));
	const marked = await attempt(async () => {
		await records.put(sent, marks);
	});
	// It is done all the same. The next run finds the claims broken off, and repeats them: that changes nothing.
	if ('error' in marked) {
		for (const answer of answers.values()) {
			if ('value' in answer && answer.value.status === 'sent') answer.value.isRecorded = false;
		}
	}
	return answers;
}
