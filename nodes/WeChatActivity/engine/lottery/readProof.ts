import { UserInputError } from '../../../shared/inputError';
import { isRecord } from '../../../shared/json';
import { RowReader, type Row } from '../../../shared/rows/row';
import type { Closing, StoredClosing } from './closing';
import type { DrawProof, Place } from './draw';

/** A proof with the list of entry codes, where it was published with it. */
export interface PublishedProof extends DrawProof {
	entries: string[];
}

function rowsIn(reader: RowReader, column: string): Row[] {
	const value = reader.row[column] ?? [];
	if (Array.isArray(value) && value.every(isRecord)) return value;
	throw reader.error(column, 'is not a list of objects', 'Use the proof as it was published.');
}

const placesIn = (reader: RowReader, column: string, where: string): Place[] =>
	rowsIn(reader, column).map((row, position) => {
		const place = new RowReader(row, `${where}, ${column} ${position + 1}`);
		return {
			prize: place.text('prize', ''),
			place: place.number('place', { integer: true, min: 1 }),
			entry: place.text('entry'),
		};
	});

/**
 * Entry codes as a list.
 *
 * @throws UserInputError when it is something else
 */
export function readEntries(value: unknown, where: string): string[] {
	const list = value ?? [];
	if (Array.isArray(list)) return list.map(String);
	throw new UserInputError(
		`[${where}] 'Entry Codes' is not a list`,
		'Enter a JSON list of the published codes.',
	);
}

/** A time as it was published: it is part of a digest, so it is not written in another form. */
function timeText(reader: RowReader, column: string, fallback?: string): string {
	const text = reader.text(column, fallback);
	if (text !== '') reader.time(column);
	return text;
}

function readClosing(reader: RowReader, where: string): Closing {
	return {
		version: reader.text('version'),
		activityId: reader.text('activityId'),
		commitment: reader.text('commitment'),
		entriesDigest: reader.text('entriesDigest'),
		entryCount: reader.number('entryCount', { integer: true, min: 0 }),
		prizes: rowsIn(reader, 'prizes').map((row, position) => {
			const prize = new RowReader(row, `${where}, prizes ${position + 1}`);
			return {
				name: prize.text('name'),
				quantity: prize.number('quantity', { integer: true, min: 0 }),
			};
		}),
		reserveCount: reader.number('reserveCount', { integer: true, min: 0 }),
		beaconName: reader.text('beaconName', ''),
		beaconAt: timeText(reader, 'beaconAt', ''),
		closedAt: timeText(reader, 'closedAt'),
	};
}

/**
 * The row that *Close* gives.
 *
 * @throws UserInputError naming the part that is missing or of the wrong kind
 */
export function readStoredClosing(data: Row, where: string): StoredClosing {
	const reader = new RowReader(data, where);
	return {
		...readClosing(reader, where),
		until: reader.time('until'),
		excludedCodes: readEntries(data.excludedCodes, where),
	};
}

/**
 * A proof as *Draw* gives it.
 *
 * @throws UserInputError naming the part that is missing or of the wrong kind
 */
export function readProof(value: unknown, where: string): PublishedProof {
	if (!isRecord(value)) {
		throw new UserInputError(
			`[${where}] 'Proof' is not a JSON object`,
			"Use the proof that 'Draw' gave.",
		);
	}
	const reader = new RowReader(value, `${where}, Proof`);
	return {
		...readClosing(reader, where),
		closingDigest: reader.text('closingDigest'),
		seed: reader.text('seed'),
		beacon: reader.text('beacon', ''),
		winners: placesIn(reader, 'winners', where),
		reserves: placesIn(reader, 'reserves', where),
		entries: readEntries(value.entries, where),
	};
}
