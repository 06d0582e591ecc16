const FNV_PRIME = 0x0100_0193;

/**
 * A 53-bit number for a text, to tell the keys of one follower's rows apart without keeping the texts:
 * two FNV-1a sums, the second one over shifted codes. Not secret.
 */
export function hash53(text: string): number {
	let low = 0x811c_9dc5;
	let high = 0x1234_5671;
	for (let position = 0; position < text.length; position++) {
		const code = text.charCodeAt(position);
		low = Math.imul(low ^ code, FNV_PRIME);
		high = Math.imul(high ^ (code + position), FNV_PRIME);
	}
	return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}

/** A signed 32-bit number for a text (FNV-1a), to find it in a table. Not secret. */
export function hash32(text: string): number {
	let hash = 0x811c_9dc5;
	for (let position = 0; position < text.length; position++) {
		hash = Math.imul(hash ^ text.charCodeAt(position), FNV_PRIME);
	}
	return hash | 0;
}
