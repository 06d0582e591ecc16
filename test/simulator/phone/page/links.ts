/** A piece of a text message: words, a link, or a link that writes a message in the follower's name. */
export type Piece =
	| { kind: 'words'; text: string }
	| { kind: 'link'; text: string; address: string }
	| { kind: 'choice'; text: string; id: string; content: string };

const CHOICE = 'weixin://bizmsgmenu?';
/** What belongs to an address that stands in a text as it is. */
const BARE = /https?:\/\/[\w\-.~:/?#[\]@!$&*+;=%]+/g;
const MOST_OF_A_TAG = 4_000;
/** WeChat takes 2,048 bytes. What goes beyond is shown without links. */
const MOST = 20_000;
const HREF = /\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/i;

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function choiceOf(address: string, text: string): Piece {
	const values = new Map(
		address
			.slice(CHOICE.length)
			.split('&')
			.map((pair): [string, string] => {
				const [name = '', ...rest] = pair.split('=');
				return [name, decoded(rest.join('='))];
			}),
	);
	const content = values.get('msgmenucontent') ?? '';
	return { kind: 'choice', text, id: values.get('msgmenuid') ?? '', content };
}

function linkOf(address: string, text: string): Piece {
	if (address.startsWith(CHOICE)) return choiceOf(address, text);
	return /^https?:\/\//i.test(address) ? { kind: 'link', text, address } : { kind: 'words', text };
}

/** Words, and the addresses that stand among them. */
function wordsOf(text: string): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const { 0: address, index } of text.matchAll(BARE)) {
		if (index > from) pieces.push({ kind: 'words', text: text.slice(from, index) });
		pieces.push({ kind: 'link', text: address, address });
		from = index + address.length;
	}
	if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
	return pieces;
}

/**
 * The pieces of a text message. WeChat knows one tag, `<a href="…">…</a>`; everything else is shown as it is.
 */
export function piecesOf(whole: string): Piece[] {
	const text = whole.slice(0, MOST);
	const pieces: Piece[] = [];
	let from = 0;
	for (;;) {
		const open = text.indexOf('<a ', from);
		const close = open < 0 ? -1 : text.indexOf('>', open);
		const end = close < 0 ? -1 : text.indexOf('</a>', close);
		if (end < 0) break;
		const tag = text.slice(open + 2, Math.min(close, open + MOST_OF_A_TAG));
		const [, quoted, single] = HREF.exec(tag) ?? [];
		for (const piece of wordsOf(text.slice(from, open))) pieces.push(piece);
		pieces.push(linkOf(quoted ?? single ?? '', text.slice(close + 1, end)));
		from = end + '</a>'.length;
	}
	for (const piece of wordsOf(text.slice(from))) pieces.push(piece);
	if (whole.length > MOST) pieces.push({ kind: 'words', text: whole.slice(MOST) });
	return pieces;
}
