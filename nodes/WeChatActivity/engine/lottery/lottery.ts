import omit from 'lodash/omit';
import { type Book } from '../book';
import { clockText, dayNumber, dayText } from '../day';
import { dataText, type ActivityRow } from '../row';
import { windowStatus, type ActivityEvent, type Step, type Window } from '../step';
import { commitmentTo, draw, entryCode, type DrawProof, type Place, type Prize } from './draw';
import { proofText, shortCode } from './proofText';
import { readProof } from './readProof';

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

type Named = Place & { openId: string };

/** The key of the row that tells of a winner or a reserve. */
const placeKey = (activityId: string, type: 'reserve' | 'win', { prize, place }: Place): string =>
	`${activityId}|${type}|${prize}|${place}`;

function resultOf(
	status: DrawResult['status'],
	proof: DrawProof,
	people: Pick<DrawResult, 'entries' | 'reserves' | 'winners'>,
	rows: ActivityRow[],
): DrawResult {
	const { entryCount, winners, commitment } = proof;
	const values = {
		entryCount,
		winnerCount: winners.length,
		commitment,
		proofText: proofText(proof),
	};
	return { status, values, rows, proof, ...people };
}

/** A draw that has been held stays as it is, whatever entries and terms have become since. */
function storedDraw(book: Book, request: DrawRequest, held: ActivityRow): DrawResult {
	const { activityId, closedAt = held.at } = request;
	// The row holds no list of codes: it would outgrow a column.
	const proof = omit(readProof(held.data, `Row '${held.key}'`), 'entries');
	const named = (type: 'reserve' | 'win', places: Place[]): Named[] =>
		places.map((place) => ({
			...place,
			openId: book.get(placeKey(activityId, type, place))?.openId ?? '',
		}));
	const byCode = entrants(book, { ...request, closedAt: Math.min(closedAt, held.at) });
	const people = {
		winners: named('win', proof.winners),
		reserves: named('reserve', proof.reserves),
		entries: [...byCode.keys()].sort(),
	};
	return resultOf('alreadyDrawn', proof, people, []);
}

/**
 * Draws the winners among the `entry` rows of an activity. The same rows and terms give the same winners;
 * one row per winner comes out (key `activity|win|prize|place`), and one with the proof. When the proof is
 * among the rows, the draw has been held: its result is given again.
 */
export function drawLottery(book: Book, request: DrawRequest): DrawResult {
	const { activityId, now } = request;
	const held = book.get(`${activityId}|proof`);
	if (held) return storedDraw(book, request, held);
	const byCode = entrants(book, request);
	const proof = draw(byCode.keys(), request);
	const named = (places: Place[]): Named[] =>
		places.map((place) => ({ ...place, openId: byCode.get(place.entry) ?? '' }));
	const [winners, reserves] = [named(proof.winners), named(proof.reserves)];
	const row = (key: string, type: string, openId: string, data: object): ActivityRow => ({
		key,
		activityId,
		openId,
		type,
		points: 0,
		data: { ...data },
		at: now,
	});
	const placeRow = (type: 'reserve' | 'win') => (winner: Named) => {
		const { openId, ...place } = winner;
		return row(placeKey(activityId, type, place), type, openId, place);
	};
	const hasEntries = byCode.size > 0;
	const rows = [
		...winners.map(placeRow('win')),
		...reserves.map(placeRow('reserve')),
		row(`${activityId}|proof`, 'proof', '', proof),
	];
	const people = { winners, reserves, entries: [...byCode.keys()].sort() };
	return resultOf(hasEntries ? 'drawn' : 'noEntries', proof, people, hasEntries ? rows : []);
}
