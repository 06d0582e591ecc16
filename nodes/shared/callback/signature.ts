import { createHash, timingSafeEqual } from 'crypto';

/** WeChat's signature: SHA-1 (hex) over the parts, sorted as bytes and joined. */
export function sign(...parts: string[]): string {
	return createHash('sha1')
		.update([...parts].sort().join(''))
		.digest('hex');
}

/** Compares in constant time. Digests are compared, so that not even the length shows. */
export function safeEqual(a: string, b: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(a), digest(b));
}
