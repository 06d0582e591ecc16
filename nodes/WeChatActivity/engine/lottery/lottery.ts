import { type Book } from '../book';
import { clockText, dayNumber, dayText } from '../day';
import { dataText, type ActivityRow } from '../row';
import { windowStatus, type ActivityEvent, type Step, type Window } from '../step';
import { commitmentTo, draw, entryCode, type DrawProof, type Place, type Prize } from './draw';
import { proofText, shortCode } from './proofText';

export interface EntryRules extends Window {
	/** One entry for the whole activity, or one a day; the draw counts a person once in any case. */
	limit: 'day' | 'once';
}

export type EntryStatus = 'alreadyEntered' | 'closed' | 'entered' | 'notOpen';

/**
 * Enters a person. Key `activity|openId|entry`, with the day where it is allowed daily: the earliest row
 * of a key counts, so that a person is in once however often it is written.
 */
export function enterLottery(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	rules: EntryRules,
): Step<EntryStatus> {
	const { openId, at } = event;
	const code = shortCode(entryCode(activityId, openId));
	const values = {
		points: 0,
		code,
		drawAt: rules.endsAt === undefined ? '' : clockText(rules.endsAt),
	};
	const window = windowStatus(at, rules);
	if (window !== 'open') return { status: window, values, rows: [] };
	const day = rules.limit === 'day' ? `|${dayText(dayNumber(at))}` : '';
	const key = `${activityId}|${openId}|entry${day}`;
	if (book.get(key)) return { status: 'alreadyEntered', values, rows: [] };
	const row = { key, activityId, openId, type: 'entry', points: 0, data: { code }, at };
	return { status: 'entered', values, rows: [row] };
}

/** The seed of an activity as its rows tell it; the earliest counts. */
export function storedSeed(book: Book, activityId: string): string {
	const row = book.get(`${activityId}|seed`);
	return row ? dataText(row, 'seed') : '';
}

/** The commitment that was published; empty when no row tells it. */
export function storedCommitment(book: Book, activityId: string): string {
	const row = book.get(`${activityId}|commitment`);
	return row ? dataText(row, 'commitment') : '';
}

/**
 * Commits to a seed. A second call for the activity gives the first commitment again.
 *
 * @param seed a fresh random one, or one that the operator keeps elsewhere
 * @param keepsSeed whether a row with the seed comes out, to be kept in a table that nobody else reads
 */
export function commit(
	book: Book,
	activityId: string,
	seed: string,
	at: number,
	keepsSeed: boolean,
): Step<'alreadyCommitted' | 'committed'> {
	const known = storedCommitment(book, activityId);
	if (known) return { status: 'alreadyCommitted', values: { commitment: known }, rows: [] };
	const commitment = commitmentTo(seed);
	const row = (type: string, data: Record<string, string>): ActivityRow => ({
		key: `${activityId}|${type}`,
		activityId,
		openId: '',
		type,
		points: 0,
		data,
		at,
	});
	const rows = [row('commitment', { commitment })];
	if (keepsSeed) rows.push(row('seed', { seed }));
	return { status: 'committed', values: { commitment }, rows };
}

export interface DrawRequest {
	activityId: string;
	seed: string;
	beacon: string;
	prizes: Prize[];
	reserves: number;
	/** Entries from this time on do not count; absent for all. */
	closedAt?: number;
	/** People who cannot win: staff, winners of earlier draws. */
	excluded: ReadonlySet<string>;
	now: number;
}

export interface DrawResult extends Step<'alreadyDrawn' | 'drawn' | 'noEntries'> {
	/** Who won, with OpenIDs, to notify them. */
	winners: Array<Place & { openId: string }>;
	reserves: Array<Place & { openId: string }>;
	proof: DrawProof;
	/** Sorted entry codes, to be published with the proof. */
	entries: string[];
}

function entrants(
	book: Book,
	{ activityId, closedAt, excluded }: DrawRequest,
): Map<string, string> {
	const byCode = new Map<string, string>();
	for (const row of book.all(activityId)) {
		const counts =
			row.type === 'entry' &&
			row.openId !== '' &&
			(closedAt === undefined || row.at < closedAt) &&
			!excluded.has(row.openId);
		if (counts) byCode.set(entryCode(activityId, row.openId), row.openId);
	}
	return byCode;
}

/**
 * Draws the winners among the `entry` rows of an activity. The same rows and terms give the same winners;
 * one row per winner comes out (key `activity|win|prize|place`), and one with the proof.
 */
export function drawLottery(book: Book, request: DrawRequest): DrawResult {
	const { activityId, now } = request;
	const byCode = entrants(book, request);
	const proof = draw(byCode.keys(), request);
	const named = (places: Place[]) =>
		places.map((place) => ({ ...place, openId: byCode.get(place.entry) ?? '' }));
	const [winners, reserves] = [named(proof.winners), named(proof.reserves)];
	const isKnown = book.get(`${activityId}|proof`) !== undefined;
	const row = (suffix: string, type: string, openId: string, data: object): ActivityRow => ({
		key: `${activityId}|${suffix}`,
		activityId,
		openId,
		type,
		points: 0,
		data: { ...data },
		at: now,
	});
	const placeRow = (type: 'reserve' | 'win') => (winner: Place & { openId: string }) =>
		row(`${type}|${winner.prize}|${winner.place}`, type, winner.openId, {
			prize: winner.prize,
			place: winner.place,
			entry: winner.entry,
		});
	const rows = [
		...winners.map(placeRow('win')),
		...reserves.map(placeRow('reserve')),
		row('proof', 'proof', '', proof),
	];
	const hasEntries = byCode.size > 0;
	return {
		status: isKnown ? 'alreadyDrawn' : hasEntries ? 'drawn' : 'noEntries',
		values: {
			entryCount: proof.entryCount,
			winnerCount: winners.length,
			commitment: proof.commitment,
			proofText: proofText(proof),
		},
		rows: isKnown || !hasEntries ? [] : rows,
		winners,
		reserves,
		proof,
		entries: [...byCode.keys()].sort(),
	};
}
