import { withoutEntities } from './markdown';

/** A piece of a page, in the order it is written. */
export type HtmlToken =
	| { kind: 'text'; text: string }
	| { kind: 'open'; tag: string; attributes: Map<string, string>; isClosed: boolean }
	| { kind: 'close'; tag: string };

/** Elements whose content is no page, up to their end; it is left out. */
export const RAW = new Set(
	'iframe noembed noframes noscript plaintext script style textarea title xmp'.split(' '),
);

/** No element has more; the rest is passed over. */
const MAX_ATTRIBUTES = 100;

const TAG_NAME = /[a-zA-Z][^\s/>]*/y;
const BETWEEN = /[\s/]*/y;
const ATTRIBUTE_NAME = /[^\s/>][^\s/>=]*/y;
const EQUALS = /\s*=\s*/y;
const UNQUOTED = /[^\s>]*/y;

/** What a sticky pattern finds at a position. */
function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
	pattern.lastIndex = position;
	return pattern.exec(text)?.[0];
}

interface Attributes {
	attributes: Map<string, string>;
	/** Behind `>`. */
	end: number;
	isClosed: boolean;
}

/** A value and where it ends; undefined when its quote is never closed. */
function valueAt(html: string, position: number): { value: string; end: number } | undefined {
	const quote = html[position];
	if (quote !== '"' && quote !== "'") {
		const value = matchAt(UNQUOTED, html, position) ?? '';
		return { value, end: position + value.length };
	}
	const close = html.indexOf(quote, position + 1);
	return close < 0 ? undefined : { value: html.slice(position + 1, close), end: close + 1 };
}

/** The attributes from a position to the end of the tag; undefined when the tag never ends. */
function attributesAt(html: string, start: number): Attributes | undefined {
	const attributes = new Map<string, string>();
	for (let position = start; ; ) {
		position += matchAt(BETWEEN, html, position)?.length ?? 0;
		if (html[position] === '>') {
			return { attributes, end: position + 1, isClosed: html[position - 1] === '/' };
		}
		const name = matchAt(ATTRIBUTE_NAME, html, position);
		if (name === undefined) return undefined;
		position += name.length;
		let value = '';
		const equals = matchAt(EQUALS, html, position);
		if (equals !== undefined) {
			const read = valueAt(html, position + equals.length);
			if (!read) return undefined;
			({ value, end: position } = read);
		}
		const key = name.toLowerCase();
		const isWanted = attributes.size < MAX_ATTRIBUTES && !attributes.has(key);
		if (isWanted) attributes.set(key, withoutEntities(value));
	}
}

/** Where a comment or declaration ends that begins at a position; the end of the text, if it never does. */
function commentEnd(html: string, position: number): number {
	const [mark, size] = html.startsWith('<!--', position) ? ['-->', 3] : ['>', 1];
	const end = html.indexOf(mark, position + 2);
	return end < 0 ? html.length : end + size;
}

/** Where the content of an element ends that is no page. */
function rawEnd(html: string, position: number, tag: string): number {
	const end = new RegExp(`</${tag}[\\s/>]`, 'gi');
	end.lastIndex = position;
	return end.exec(html)?.index ?? html.length;
}

/**
 * Reads a page piece by piece, as browsers do: what is no tag is text, what is not ended is left out.
 * Every character is looked at a fixed number of times.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
	let position = 0;
	let textStart = 0;
	const text = function* (end: number): Generator<HtmlToken> {
		if (end > textStart) {
			yield { kind: 'text', text: withoutEntities(html.slice(textStart, end)) };
		}
	};
	for (;;) {
		const at = html.indexOf('<', position);
		if (at < 0) break;
		const isClosing = html[at + 1] === '/';
		const isComment = /[!?]/.test(html[at + 1] ?? '');
		const name = isComment ? undefined : matchAt(TAG_NAME, html, at + (isClosing ? 2 : 1));
		if (name === undefined && !isComment) {
			position = at + 1;
			continue;
		}
		yield* text(at);
		if (name === undefined) {
			position = commentEnd(html, at);
			textStart = position;
			continue;
		}
		const tag = name.toLowerCase();
		const read = attributesAt(html, at + (isClosing ? 2 : 1) + name.length);
		if (!read) return;
		position = read.end;
		const isRaw = RAW.has(tag);
		if (isClosing) yield { kind: 'close', tag };
		else yield { kind: 'open', tag, attributes: read.attributes, isClosed: isRaw || read.isClosed };
		if (isRaw && !isClosing) position = rawEnd(html, position, tag);
		textStart = position;
	}
	yield* text(html.length);
}
