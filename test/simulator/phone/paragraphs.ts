/** Elements after which a new paragraph begins. */
const BLOCK = /^\/?(p|div|section|h[1-6]|li|ul|ol|br|tr|blockquote|pre|hr|img)$/;
/** Elements that hold no text to read. */
const SILENT = /^(script|style)$/;

const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
};

const LAST_CHARACTER = 0x10ffff;

function entity(all: string, name: string): string {
	if (!name.startsWith('#')) return ENTITIES[name] ?? all;
	const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
	return code > 0 && code <= LAST_CHARACTER ? String.fromCodePoint(code) : all;
}

const decoded = (text: string) => text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,6});/gi, entity);

const nameOf = (tag: string) => /^\/?[a-z][a-z\d]*/i.exec(tag)?.[0].toLowerCase() ?? '';

/** The text of an article's HTML, in its paragraphs. Linear in the length; what is no tag is text. */
export function paragraphsOf(html: string): string[] {
	const paragraphs: string[] = [];
	let current = '';
	let silent = '';
	const end = () => {
		const text = decoded(current).trim();
		if (text !== '') paragraphs.push(text);
		current = '';
	};
	let from = 0;
	while (from < html.length) {
		const open = html.indexOf('<', from);
		const close = open < 0 ? -1 : html.indexOf('>', open);
		if (silent === '') current += html.slice(from, close < 0 ? html.length : open);
		if (close < 0) break;
		const name = nameOf(html.slice(open + 1, close));
		if (SILENT.test(name) && silent === '') silent = name;
		else if (name === `/${silent}`) silent = '';
		if (BLOCK.test(name)) end();
		from = close + 1;
	}
	end();
	return paragraphs;
}
