import omit from 'lodash/omit';
import { UserInputError } from '../../../shared/inputError';
import type { Book } from '../book';
import type { ActivityRow } from '../row';
import type { Step } from '../step';
import { beaconValue } from './beacon';
import { listed, storedClosing } from './close';
import { entriesDigest, sortedCodes, type Closing, type StoredClosing } from './closing';
import { commitmentTo, draw, type DrawProof, type Place } from './draw';
import { proofText } from './proofText';
import { readProof } from './readProof';

export interface DrawRequest {
	activityId: string;
	seed: string;
	/** The public number that the closing names; empty where it names none. */
	beacon: string;
	/** The entry codes as they were published at closing; without them they are made of the rows. */
	codes?: string[];
	/** Epoch milliseconds. */
	now: number;
}

type Named = Place & { openId: string };

export interface DrawResult extends Step<'alreadyDrawn' | 'drawn' | 'noEntries'> {
	/** Who won, with OpenIDs, to notify them; empty for somebody whose rows have been deleted since. */
	winners: Named[];
	reserves: Named[];
	proof: DrawProof;
	/** Sorted entry codes, to be published with the proof. */
	entries: string[];
}

/** The key of the row that tells of a winner or a reserve. */
const placeKey = (activityId: string, type: 'reserve' | 'win', { prize, place }: Place): string =>
	`${activityId}|${type}|${prize}|${place}`;

function resultOf(
	status: DrawResult['status'],
	proof: DrawProof,
	people: Pick<DrawResult, 'entries' | 'reserves' | 'winners'>,
	rows: ActivityRow[],
): DrawResult {
	const { entryCount, winners, commitment, closingDigest } = proof;
	const values = {
		entryCount,
		winnerCount: winners.length,
		commitment,
		closingDigest,
		proofText: proofText(proof),
	};
	return { status, values, rows, proof, ...people };
}

/** A draw that has been held stays as it is, whatever has become of the entries since. */
function storedDraw(
	book: Book,
	{ activityId }: DrawRequest,
	entries: string[],
	held: ActivityRow,
): DrawResult {
	// The row holds no list of codes: it would outgrow a column.
	const proof = omit(readProof(held.data, `Row '${held.key}'`), 'entries');
	const named = (type: 'reserve' | 'win', places: Place[]): Named[] =>
		places.map((place) => ({
			...place,
			openId: book.get(placeKey(activityId, type, place))?.openId ?? '',
		}));
	const people = {
		winners: named('win', proof.winners),
		reserves: named('reserve', proof.reserves),
		entries,
	};
	return resultOf('alreadyDrawn', proof, people, []);
}

function requireBeacon({ beaconName, beaconAt }: Closing, beacon: string, now: number): void {
	if (beaconName === '' && beacon !== '') {
		throw new UserInputError(
			"'Public Beacon' is filled in, but no beacon was named at closing",
			'Leave it empty: a number that was not named before could have been chosen.',
		);
	}
	if (beaconName !== '' && beacon === '') {
		throw new UserInputError(
			"'Public Beacon' is empty",
			`Enter the value of '${beaconName}', as it was announced at closing.`,
		);
	}
	if (beaconName !== '' && now < Date.parse(beaconAt)) {
		throw new UserInputError(
			`'${beaconName}' cannot be known before ${beaconAt}`,
			'Draw after that time, with the value that has come out by then.',
		);
	}
}

function requireClosing(book: Book, activityId: string): StoredClosing {
	const closing = storedClosing(book, activityId);
	if (closing) return closing;
	throw new UserInputError(
		`The entries of the activity '${activityId}' have not been closed`,
		"Run 'Close' when entries end, publish what it gives, and pass its row here.",
	);
}

/** @throws UserInputError when the draw would not be the one that was announced at closing */
function requireAsClosed(
	closing: Closing,
	codes: string[],
	{ seed, beacon, now }: DrawRequest,
): void {
	if (commitmentTo(seed) !== closing.commitment) {
		throw new UserInputError(
			"'Secret' is not the one that was committed to",
			`Its SHA-256 has to be ${closing.commitment}.`,
		);
	}
	requireBeacon(closing, beacon, now);
	if (entriesDigest(codes) === closing.entriesDigest) return;
	throw new UserInputError(
		`The entries are not those of the closing: ${codes.length} now, ${closing.entryCount} then`,
		"Pass all rows of type 'entry', or fill in 'Entry Codes' as they were published at closing.",
	);
}

/**
 * Draws the winners among the entries that *Close* has settled. One row per winner comes out (key
 * `activity|win|prize|place`), and one with the proof. When the proof is among the rows, the draw has been
 * held: its result is given again.
 *
 * @throws UserInputError when the entries were not closed, or seed, entries or beacon are not those of the
 * closing
 */
export function drawLottery(book: Book, request: DrawRequest): DrawResult {
	const { activityId, now, seed } = request;
	const beacon = beaconValue(request.beacon);
	const closing = requireClosing(book, activityId);
	const byCode = listed(book, closing);
	const codes = sortedCodes(request.codes ?? byCode.keys());
	const held = book.get(`${activityId}|proof`);
	if (held) return storedDraw(book, request, codes, held);
	requireAsClosed(closing, codes, { ...request, beacon });
	const proof = draw(codes, omit(closing, 'until', 'excludedCodes'), seed, beacon);
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
	const people = { winners, reserves, entries: codes };
	if (codes.length === 0) return resultOf('noEntries', proof, people, []);
	return resultOf('drawn', proof, people, [
		...winners.map(placeRow('win')),
		...reserves.map(placeRow('reserve')),
		row(`${activityId}|proof`, 'proof', '', proof),
	]);
}
