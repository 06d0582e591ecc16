import { createHash, createHmac } from 'node:crypto';

/** What the public page gives of a draw. */
export interface Proof {
	activityId: string;
	commitment: string;
	seed: string;
	beacon: string;
	version: string;
	entriesDigest: string;
	entryCount: number;
	reserveCount: number;
	beaconName: string;
	beaconAt: string;
	closedAt: string;
	closingDigest: string;
	prizes: Array<{ name: string; quantity: number }>;
	winners: Place[];
	reserves: Place[];
	entries: string[];
}

interface Place {
	prize: string;
	place: number;
	entry: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The draw as the public page describes it, written anew: entry codes in the order drawn. */
export function drawnAnew(proof: Proof, count: number): string[] {
	const { activityId, seed, beacon, entries, closingDigest } = proof;
	const list = [...new Set(entries)].sort();
	const words: number[] = [];
	let counter = 0;
	const below = (limit: number): number => {
		for (;;) {
			if (words.length === 0) {
				const block = createHmac('sha256', seed)
					.update(`${activityId}|${closingDigest}|${beacon}|${counter}`)
					.digest();
				counter += 1;
				for (let word = 0; word < 5; word += 1) words.push(block.readUIntBE(word * 6, 6));
			}
			const word = words.shift() ?? 0;
			if (word < 2 ** 48 - (2 ** 48 % limit)) return word % limit;
		}
	};
	for (let i = 0; i < Math.min(count, list.length); i += 1) {
		const j = i + below(list.length - i);
		[list[i], list[j]] = [list[j] ?? '', list[i] ?? ''];
	}
	return list.slice(0, count);
}

/** The digest of the closing as the public page describes it. */
export function closingOf(proof: Proof): string {
	const prizes = proof.prizes.map(({ name, quantity }) => [name, quantity]);
	const { version, activityId, commitment, entriesDigest, entryCount } = proof;
	const { reserveCount, beaconName, beaconAt, closedAt } = proof;
	return sha256(
		JSON.stringify([
			...[version, activityId, commitment, entriesDigest, entryCount, prizes],
			...[reserveCount, beaconName, beaconAt, closedAt],
		]),
	);
}

const ENTITIES: Record<string, string> = {
	quot: '"',
	'#39': "'",
	lt: '<',
	gt: '>',
	'#36': '$',
	'#123': '{',
	'#125': '}',
	amp: '&',
};

const unescaped = (html: string): string =>
	html.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** The proof in the page. */
export function proofIn(html: string): Proof {
	const [, json = ''] = /完整证明<\/summary><pre>([^]*?)<\/pre>/.exec(html) ?? [];
	return JSON.parse(unescaped(json)) as Proof;
}
