import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { readOne, type Records } from '../../shared/records/port';
import { activityRows } from '../../shared/records/tables/activityRows';
import { rounds } from '../../shared/records/tables/rounds';
import { Book } from '../engine/book';
import { closeEntries, type CloseResult } from '../engine/lottery/close';
import { beaconAfter, type Beacon } from '../engine/round/roundTimes';
import { writeList } from './closingRows';
import { fromLedger } from './ledger';
import { planOf, type RoundRow } from './rounds';

/** What came of closing a round. */
export interface Closed {
	status: 'alreadyClosed' | 'closed';
	round: RoundRow;
}

/** How a round is to be closed. */
export interface CloseRequest {
	/** OpenIDs of people who cannot win. */
	excluded: ReadonlySet<string>;
	/** The public number that decides, in place of the plan's. */
	beacon?: Beacon;
	/** Epoch milliseconds. */
	now: number;
}

/** The status of a round whose time is over: a lottery is still to be drawn. */
const statusAfter = ({ kind }: RoundRow): string => (kind === 'lottery' ? 'closed' : 'ended');

/**
 * Closes a round whose time is over. For a lottery that settles the list of entries, the prizes and the name of
 * the public number, and their digest, before the number exists. A run that is killed leaves the round *closing*,
 * with nobody let in any more; the next one lists the entries anew. Of two that close at the same moment, the first
 * to write the digest counts, and its list.
 *
 * @throws UserInputError when the round is still open, or the public number may be known already
 */
export async function closeRound(
	records: Records,
	round: RoundRow,
	request: CloseRequest,
): Promise<Closed> {
	const { now } = request;
	const { key, status, activityId } = round;
	if (status !== 'open' && status !== 'closing') {
		if (status === 'opening') throw stillOpening(activityId);
		return { status: 'alreadyClosed', round };
	}
	if (round.endsAt !== null && now < round.endsAt) {
		throw new UserInputError(
			`The activity '${activityId}' is open until ${new Date(round.endsAt).toISOString()}`,
			"Run 'Close' after that time.",
		);
	}
	if (round.kind !== 'lottery') return await settle(records, round, 'open', { closedAt: now });
	const beacon = requireLater(request.beacon ?? beaconAfter(planOf(round), now), now);
	if (status === 'open')
		await records.claim(rounds, { key, status: 'open' }, { status: 'closing' });
	const { closing, entries, rows, values } = await listEntries(records, round, beacon, request);
	await writeList(records, activityId, closing.entriesDigest, entries);
	const data = rows[0]?.data ?? {};
	const closingDigest = String(values.closingDigest);
	return await settle(records, round, 'closing', {
		// What the engine keeps in a row is plain data.
		closing: data as IDataObject,
		closingDigest,
		closedAt: now,
	});
}

/** Looked at before the entries are closed: otherwise there would be no number to draw with. */
function requireLater(beacon: Beacon | undefined, now: number): Beacon | undefined {
	if (!beacon || beacon.at > now) return beacon;
	throw new UserInputError(
		`'${beacon.name}' may be known already, so it cannot decide any more`,
		"Name another public number, which comes into being later, under 'Options'.",
	);
}

function stillOpening(activityId: string): UserInputError {
	return new UserInputError(
		`The activity '${activityId}' has not been opened to its end`,
		"Run 'Open' again: it goes on where it was broken off.",
	);
}

async function settle(
	records: Records,
	round: RoundRow,
	from: string,
	changes: Partial<RoundRow>,
): Promise<Closed> {
	const { key } = round;
	const closed = { ...changes, status: statusAfter(round) };
	const [mine] = await records.claim(rounds, { key, status: from }, closed);
	if (mine) return { status: 'closed', round: mine };
	const standing = await readOne(records, rounds, { key });
	return { status: 'alreadyClosed', round: standing ?? round };
}

/** The closing of a round as the engine makes it. */
async function listEntries(
	records: Records,
	round: RoundRow,
	beacon: Beacon | undefined,
	{ excluded, now }: CloseRequest,
): Promise<CloseResult> {
	const { activityId, commitment } = round;
	const plan = planOf(round);
	const entries = await records.read(activityRows, { where: { activityId, type: 'entry' } });
	const published = {
		key: `${activityId}|commitment`,
		activityId,
		openId: '',
		type: 'commitment',
		points: 0,
		data: { commitment },
		at: 0,
	};
	return closeEntries(new Book([published, ...entries.map(fromLedger)]), {
		activityId,
		prizes: plan.prizes.map(({ name, quantity }) => ({ name, quantity })),
		reserveCount: plan.reserves,
		beaconName: beacon?.name ?? '',
		beaconAt: beacon?.at,
		until: round.endsAt ?? now,
		excluded,
		now,
	});
}
