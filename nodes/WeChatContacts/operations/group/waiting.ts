import type { Records } from '../../../shared/records/port';
import { marks } from '../../../shared/records/tables/marks';

/** What *marks* call who waits for a place. */
const WAITING = 'groupWaiting';
/** The same while a run invites the person. */
const INVITED = 'groupInvited';

const keyOf = (openId: string): string => `${WAITING}:${openId}`;

/** Notes that a follower waits; who waits already keeps the turn. */
export async function wait(records: Records, openId: string, at: number): Promise<void> {
	const mark = { key: keyOf(openId), openId, what: WAITING, at };
	const [added] = await records.add(marks, [mark]);
	// A run that was killed after it had invited the person has left its mark.
	if (added?.row.what === INVITED) await records.put(marks, [mark]);
}

/** Who waits, in the order in which they came. */
export async function whoWaits(records: Records): Promise<string[]> {
	const waiting = await records.read(marks, { where: { what: WAITING } });
	return waiting.map(({ openId }) => openId);
}

/** Ends the waiting of a follower. Of several runs that do so at the same moment, one is told that it did. */
export async function endWaiting(records: Records, openId: string): Promise<boolean> {
	const key = keyOf(openId);
	const [mine] = await records.claim(marks, { key, what: WAITING }, { what: INVITED });
	if (mine) await records.remove(marks, { where: { key } });
	return mine !== undefined;
}
