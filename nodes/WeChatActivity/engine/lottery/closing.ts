import { sha256 } from '../random';

/** Name of the procedure. What a proof says can only be checked against the steps of its version. */
export const DRAW_VERSION = 'wechat-draw-2';

export interface Prize {
	name: string;
	/** Number of units. */
	quantity: number;
}

/**
 * What is settled, and published, when entries have closed and before the beacon exists. From then on nobody
 * can change the list, the prizes or the seed without it being seen.
 */
export interface Closing {
	version: string;
	activityId: string;
	/** C: SHA-256 of the seed, published before entries opened. */
	commitment: string;
	/** D: SHA-256 of the sorted entry codes, joined by line feeds. */
	entriesDigest: string;
	entryCount: number;
	/** Drawn in this order. */
	prizes: Prize[];
	/** Number of reserve winners. */
	reserveCount: number;
	/** What the public number will be; empty for a draw without one. */
	beaconName: string;
	/** ISO 8601: not before this time can anybody know the number; empty without one. */
	beaconAt: string;
	/** ISO 8601: when the closing was made. */
	closedAt: string;
}

/** A closing as its row keeps it: with what is needed to find the people of the list again. */
export interface StoredClosing extends Closing {
	/** Epoch milliseconds. */
	until: number;
	excludedCodes: string[];
}

/**
 * Entry code of a person in one activity: SHA-256 of `activity|openId`. It shows that one takes part without
 * showing who one is.
 */
export function entryCode(activityId: string, openId: string): string {
	return sha256(`${activityId}|${openId}`);
}

/** Codes as the draw uses them: each once, in the order of their hexadecimal digits. */
export function sortedCodes(codes: Iterable<string>): string[] {
	return [...new Set(codes)].sort();
}

/** D of a list of entry codes: sorted, each once, joined by line feeds. */
export function entriesDigest(sorted: string[]): string {
	return sha256(sorted.join('\n'));
}

/** The closing as one line of JSON, which anybody can hash; a list, so that the order of its parts is fixed. */
export function closingText(closing: Closing): string {
	const prizes = closing.prizes.map(({ name, quantity }) => [name, quantity]);
	return JSON.stringify([
		closing.version,
		closing.activityId,
		closing.commitment,
		closing.entriesDigest,
		closing.entryCount,
		prizes,
		closing.reserveCount,
		closing.beaconName,
		closing.beaconAt,
		closing.closedAt,
	]);
}

/** K: what is published at closing. */
export function closingDigest(closing: Closing): string {
	return sha256(closingText(closing));
}

/** Whether the beacon, where there is one, cannot have been known when entries closed. */
export function isBeaconLater({ beaconName, beaconAt, closedAt }: Closing): boolean {
	return beaconName === '' || Date.parse(beaconAt) > Date.parse(closedAt);
}
