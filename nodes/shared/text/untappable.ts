/**
 * The text with nothing in it to tap: `<` would begin a link, and one to `weixin:` can answer a question in the
 * name of whoever taps it. Both look as before.
 */
export function untappable(text: string): string {
	return text.replaceAll('<', '＜').replace(/weixin:/gi, (scheme) => `${scheme.slice(0, -1)}：`);
}
