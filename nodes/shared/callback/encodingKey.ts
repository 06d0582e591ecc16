const KEY_LENGTH = 43;

/** EncodingAESKey without the spaces that copying from the console brings along. */
export function cleanKey(key: string): string {
	return key.replace(/\s/g, '');
}

/**
 * What is wrong with an EncodingAESKey, in words; undefined for a good or an empty one. The key is 43
 * letters and digits (WeChat: message encryption); its value is never part of the text.
 */
export function keyProblem(key: string): string | undefined {
	const clean = cleanKey(key);
	if (clean === '') return undefined;
	if (clean.length !== KEY_LENGTH) {
		return `EncodingAESKey has ${clean.length} characters instead of ${KEY_LENGTH}`;
	}
	return /^[A-Za-z0-9+/]+$/.test(clean)
		? undefined
		: 'EncodingAESKey may hold letters and digits only';
}
