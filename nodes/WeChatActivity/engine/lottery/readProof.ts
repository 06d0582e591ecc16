import { UserInputError } from '../../../shared/inputError';
import { RowReader, type Row } from '../../../shared/rows/row';
import type { DrawProof, Place } from './draw';

/** A proof with the list of entry codes, where it was published with it. */
export interface PublishedProof extends DrawProof {
	entries: string[];
}

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** An input error that came up while the value was parsed. */
function passOn(value: unknown): unknown {
	if (value instanceof UserInputError) throw value;
	return value;
}

function rowsIn(reader: RowReader, column: string): Row[] {
	const value = reader.row[column] ?? [];
	if (Array.isArray(value) && value.every(isRow)) return value;
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
	const list = passOn(value) ?? [];
	if (Array.isArray(list)) return list.map(String);
	throw new UserInputError(
		`[${where}] 'Entry Codes' is not a list`,
		'Enter a JSON list of the published codes.',
	);
}

/**
 * A proof as *Draw* gives it.
 *
 * @throws UserInputError naming the part that is missing or of the wrong kind
 */
export function readProof(value: unknown, where: string): PublishedProof {
	const proof = passOn(value);
	if (!isRow(proof)) {
		throw new UserInputError(
			`[${where}] 'Proof' is not a JSON object`,
			"Use the proof that 'Draw' gave.",
		);
	}
	const reader = new RowReader(proof, `${where}, Proof`);
	return {
		version: reader.text('version'),
		activityId: reader.text('activityId'),
		commitment: reader.text('commitment'),
		seed: reader.text('seed'),
		beacon: reader.text('beacon', ''),
		entriesDigest: reader.text('entriesDigest'),
		entryCount: reader.number('entryCount', { integer: true, min: 0 }),
		prizes: rowsIn(reader, 'prizes').map((row, position) => {
			const prize = new RowReader(row, `${where}, prizes ${position + 1}`);
			return {
				name: prize.text('name'),
				quantity: prize.number('quantity', { integer: true, min: 0 }),
			};
		}),
		winners: placesIn(reader, 'winners', where),
		reserves: placesIn(reader, 'reserves', where),
		entries: readEntries(proof.entries, where),
	};
}
