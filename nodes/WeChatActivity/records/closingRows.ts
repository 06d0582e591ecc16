import chunk from 'lodash/chunk';
import type { Records } from '../../shared/records/port';
import { drawLists } from '../../shared/records/tables/drawLists';
import type { StoredClosing } from '../engine/lottery/closing';
import { readStoredClosing } from '../engine/lottery/readProof';
import type { RoundRow } from './rounds';

/** Codes of one part of a list: 33 KB. */
const PART_SIZE = 500;

/** What was settled when the entries of a round closed; undefined before. */
export function readClosing({ closing, key }: RoundRow): StoredClosing | undefined {
	if (Object.keys(closing).length === 0) return undefined;
	return readStoredClosing(closing, `Round '${key}'`);
}

/** Writes a list of entry codes in parts; the same list is the same parts. */
export async function writeList(
	records: Records,
	activityId: string,
	digest: string,
	codes: readonly string[],
): Promise<void> {
	const parts = chunk(codes, PART_SIZE).map((part, position) => ({
		key: `list:${activityId}:${digest}:${position}`,
		activityId,
		digest,
		part: position,
		data: { codes: part },
	}));
	await records.add(drawLists, parts);
}

/** The entry codes of a closing, in their order. */
export async function readList(
	records: Records,
	{ activityId, entriesDigest }: Pick<StoredClosing, 'activityId' | 'entriesDigest'>,
): Promise<string[]> {
	const where = { activityId, digest: entriesDigest };
	const parts = await records.read(drawLists, { where });
	return parts
		.sort((one, other) => (one.part ?? 0) - (other.part ?? 0))
		.flatMap(({ data }) => (Array.isArray(data.codes) ? data.codes.map(String) : []));
}
