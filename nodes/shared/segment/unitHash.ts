import { createHash } from 'node:crypto';

/** A number from 0 to below 1 that depends on the text alone: SHA-256, its first 48 bits. */
export function unitHash(text: string): number {
	return createHash('sha256').update(text).digest().readUIntBE(0, 6) / 2 ** 48;
}
