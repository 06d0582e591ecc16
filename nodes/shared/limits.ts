import { UserInputError } from './inputError';

/** How long a text is, and how that is told. */
const UNITS = {
	bytes: {
		sizeOf: (text: string) => Buffer.byteLength(text),
		told: (size: number) => `${size} bytes`,
	},
	characters: {
		sizeOf: (text: string) => [...text].length,
		told: (size: number) => `${size} characters`,
	},
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
	unit: keyof typeof UNITS = 'characters',
	advice = 'Shorten it, then run again.',
): string {
	const { sizeOf, told } = UNITS[unit];
	const size = sizeOf(text);
	if (size > maximum) {
		throw new UserInputError(`'${label}' has ${told(size)}; WeChat accepts ${maximum}`, advice);
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
