import { UserInputError } from '../../../shared/inputError';
import type { Book } from '../book';
import type { ActivityRow } from '../row';
import type { Step } from '../step';
import {
	closingDigest,
	closingText,
	DRAW_VERSION,
	entriesDigest,
	entryCode,
	isBeaconLater,
	sortedCodes,
	type Closing,
	type Prize,
	type StoredClosing,
} from './closing';
import { storedCommitment } from './commitment';
import { entrants } from './entry';
import { readStoredClosing } from './readProof';

export interface CloseRequest {
	activityId: string;
	prizes: Prize[];
	reserveCount: number;
	/** The public number that will decide; empty for none. */
	beaconName: string;
	/** Epoch milliseconds: not before this time can anybody know it. */
	beaconAt?: number;
	/** Epoch milliseconds; entries from this time on do not count. */
	until: number;
	/** OpenIDs of people who cannot win: staff, winners of earlier draws. */
	excluded: ReadonlySet<string>;
	/** Epoch milliseconds. */
	now: number;
}

export interface CloseResult extends Step<'alreadyClosed' | 'closed'> {
	closing: Closing;
	/** Sorted entry codes, to be published with the closing. */
	entries: string[];
}

const closingKey = (activityId: string): string => `${activityId}|closing`;

/** The closing of an activity as its rows tell it; the earliest counts. */
export function storedClosing(book: Book, activityId: string): StoredClosing | undefined {
	const row = book.get(closingKey(activityId));
	return row && readStoredClosing(row.data, `Row '${row.key}'`);
}

/** Who is on the list of a closing: entry codes with their OpenIDs, as far as their rows are still there. */
export function listed(book: Book, closing: StoredClosing): Map<string, string> {
	return entrants(book, closing.activityId, closing.until, new Set(closing.excludedCodes));
}

function resultOf(
	status: CloseResult['status'],
	closing: Closing,
	entries: string[],
	rows: ActivityRow[],
): CloseResult {
	const { commitment, entryCount, entriesDigest: listDigest } = closing;
	const values = {
		entryCount,
		commitment,
		entriesDigest: listDigest,
		closingText: closingText(closing),
		closingDigest: closingDigest(closing),
	};
	return { status, values, rows, closing, entries };
}

/**
 * Settles everything that a draw depends on but the beacon. A second call for the activity gives the first
 * closing again.
 *
 * @throws UserInputError when nothing was committed to, entries are still open, or the beacon may be known
 */
export function closeEntries(book: Book, request: CloseRequest): CloseResult {
	const { activityId, until, now, beaconAt, excluded } = request;
	const known = storedClosing(book, activityId);
	if (known) {
		return resultOf('alreadyClosed', known, sortedCodes(listed(book, known).keys()), []);
	}
	const commitment = storedCommitment(book, activityId);
	if (commitment === '') {
		throw new UserInputError(
			`The known rows hold no commitment of the activity '${activityId}'`,
			"Run 'Commit' when the activity starts, publish what it gives, and pass its rows here.",
		);
	}
	if (until > now) {
		throw new UserInputError(
			`Entries of the activity '${activityId}' are open until ${new Date(until).toISOString()}`,
			"Run 'Close' after that time.",
		);
	}
	const excludedCodes = sortedCodes([...excluded].map((openId) => entryCode(activityId, openId)));
	const entries = sortedCodes(entrants(book, activityId, until, new Set(excludedCodes)).keys());
	const closing: Closing = {
		version: DRAW_VERSION,
		activityId,
		commitment,
		entriesDigest: entriesDigest(entries),
		entryCount: entries.length,
		prizes: request.prizes,
		reserveCount: request.reserveCount,
		beaconName: request.beaconName,
		beaconAt: beaconAt === undefined ? '' : new Date(beaconAt).toISOString(),
		closedAt: new Date(now).toISOString(),
	};
	if (!isBeaconLater(closing)) {
		throw new UserInputError(
			`'${request.beaconName}' may be known already: 'Beacon Time' is ${closing.beaconAt || 'empty'}`,
			'Enter when the public number comes into being; it has to be after the closing. Or leave the name empty to draw without one.',
		);
	}
	const row: ActivityRow = {
		key: closingKey(activityId),
		activityId,
		openId: '',
		type: 'closing',
		points: 0,
		data: { ...closing, until: new Date(until).toISOString(), excludedCodes },
		at: now,
	};
	return resultOf('closed', closing, entries, [row]);
}
