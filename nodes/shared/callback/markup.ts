import { CallbackError } from './callbackError';

export const CDATA_OPEN = '<![CDATA[';
export const CDATA_CLOSE = ']]>';

/**
 * Tags, sections and comments of one message. The longest of the platform's own, the result of a broadcast with
 * eight articles, has about 300.
 */
const MAX_MARKS = 5_000;

/** Characters of one tag; WeChat's longest name has 25, and it sends no attributes. */
const MAX_TAG = 100;

/** Characters outside of tags and sections. WeChat puts every text into a section. */
const MAX_PLAIN = 65_536;

/** A tag, an instruction or the XML declaration. A bracket within quotes is not taken for its end, but refused. */
const TAG = /<[^<>"']*(?:"[^"<>]*"[^<>"']*|'[^'<>]*'[^<>"']*)*>/y;

/** What hides markup from a reader: comments, and sections of mere text. */
const OPAQUE = new Map([
	[CDATA_OPEN, CDATA_CLOSE],
	['<!--', '-->'],
]);

/** Where the mark that begins at a place ends; undefined when it is none, or one that is not for messages. */
function endOf(xml: string, at: number): number | undefined {
	for (const [opening, closing] of OPAQUE) {
		if (!xml.startsWith(opening, at)) continue;
		const end = xml.indexOf(closing, at + opening.length);
		return end < 0 ? undefined : end + closing.length;
	}
	// A document type is where entity bombs live; WeChat sends none.
	if (xml.startsWith('<!', at)) return undefined;
	TAG.lastIndex = 0;
	const [tag] = TAG.exec(xml.slice(at, at + MAX_TAG)) ?? [];
	return tag === undefined ? undefined : at + tag.length;
}

/**
 * Looks over a document before the parser does, in one pass: the parser costs much for each mark and for each
 * character outside of sections, and a hostile text need consist of nothing else.
 *
 * @returns false for what can be no message: a document type or another declaration outside of CDATA, a mark
 *   that does not end, a tag that is too long
 * @throws CallbackError 413 for more of either than a message has
 */
export function checkMarkup(xml: string): boolean {
	let marks = 0;
	let plain = 0;
	for (let end = 0; end < xml.length; ) {
		const at = xml.indexOf('<', end);
		plain += (at < 0 ? xml.length : at) - end;
		if (plain > MAX_PLAIN)
			throw new CallbackError(413, 'The message has too much text outside of CDATA');
		if (at < 0) return true;
		marks += 1;
		if (marks > MAX_MARKS) throw new CallbackError(413, 'The message has too many elements');
		const next = endOf(xml, at);
		if (next === undefined) return false;
		end = next;
	}
	return true;
}
