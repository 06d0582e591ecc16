/** Digits at the end of an ID that decide; comments of an article are numbered one after the other. */
const DIGITS = 9;

/**
 * The text for a comment: comments of one article get the texts in turn, and the same comment always gets the
 * same one, so that a repeated run says nothing else.
 */
export function textInTurn(texts: readonly string[], userCommentId: string): string {
	const number = Number(userCommentId.slice(-DIGITS));
	return texts[number % Math.max(texts.length, 1)] ?? '';
}
