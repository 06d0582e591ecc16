import { UserInputError } from './inputError';

const sizeIn = {
	bytes: (text: string) => Buffer.byteLength(text),
	characters: (text: string) => [...text].length,
};

/**
 * The text itself.
 *
 * @param unit what WeChat counts; a Chinese character has three bytes
 * @throws UserInputError when it is longer than WeChat accepts
 */
export function atMost(
	label: string,
	text: string,
	maximum: number,
	unit: keyof typeof sizeIn = 'characters',
	advice = 'Shorten it, then run again.',
): string {
	const size = sizeIn[unit](text);
	if (size > maximum) {
		throw new UserInputError(`'${label}' has ${size} ${unit}; WeChat accepts ${maximum}`, advice);
	}
	return text;
}

/** The address itself. @throws UserInputError for anything but http:// and https:// */
export function webAddress(label: string, text: string): string {
	if (!/^https?:\/\/[^\s/]/i.test(text)) {
		throw new UserInputError(
			`'${label}' is not an address that starts with https:// or http://`,
			'Use the complete address, e.g. https://example.com/page.',
		);
	}
	return text;
}
