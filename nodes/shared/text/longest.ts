/**
 * Characters (UTF-16 units) of a message that are looked at and kept. WeChat's own limit for a text is
 * 2,048 bytes (WeChat: customer service messages, passive replies), of which a Chinese character takes
 * three: nothing that a follower can write reaches this length, but anybody can push a megabyte at a
 * webhook or type one into a form.
 */
export const LONGEST_TEXT = 2_048;

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Whether a position lies between the two halves of one character, such as an emoji. */
export function isInsideCharacter(text: string, position: number): boolean {
	return (
		isHighSurrogate(text.charCodeAt(position - 1)) && isLowSurrogate(text.charCodeAt(position))
	);
}

/** The beginning of a text that is longer; no character is cut in two. Other texts stay as they are. */
export function cutText(text: string, longest = LONGEST_TEXT): string {
	if (text.length <= longest) return text;
	return text.slice(0, isInsideCharacter(text, longest) ? longest - 1 : longest);
}
