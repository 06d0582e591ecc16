const LARGEST_BYTE = 127;

/**
 * Weights as text: one signed byte each, by the square root, since most weights are small and a few are large.
 * `largest` belongs to the text.
 */
export function packWeights(weights: ArrayLike<number>): { weights: string; largest: number } {
	let largest = 0;
	for (let at = 0; at < weights.length; at++)
		largest = Math.max(largest, Math.abs(weights[at] ?? 0));
	const bytes = Int8Array.from({ length: weights.length }, (_, at) => {
		const weight = weights[at] ?? 0;
		const root = largest === 0 ? 0 : Math.sqrt(Math.abs(weight) / largest);
		return Math.sign(weight) * Math.round(root * LARGEST_BYTE);
	});
	return { weights: Buffer.from(bytes.buffer).toString('base64'), largest };
}

/** The weights that `packWeights` has packed, to within half a step. */
export function unpackWeights(text: string, largest: number): Float32Array {
	const bytes = Buffer.from(text, 'base64');
	return Float32Array.from({ length: bytes.length }, (_, at) => {
		const byte = bytes.readInt8(at);
		const root = byte / LARGEST_BYTE;
		return Math.sign(byte) * root * root * largest;
	});
}
