import { cutText } from '../text/longest';

/** A link that a person can open. */
export interface Link {
	label: string;
	url: string;
}

/** What a message to staff says. */
export interface Note {
	/** May be empty. */
	title: string;
	/** Lines of plain text. */
	text: string;
	/** Buttons or links below the text. */
	links: readonly Link[];
	/** Whom the robot calls. */
	atAll: boolean;
	/** Mobile numbers of members of the group. */
	mobiles: readonly string[];
}

/** Characters that mean something in the markup of one robot or another, and what looks the same. */
const MARKUP: Readonly<Record<string, string>> = {
	'#': '＃',
	'&': '＆',
	'*': '＊',
	'<': '＜',
	'>': '＞',
	'[': '［',
	'\\': '＼',
	']': '］',
	'`': '｀',
};

/** What a robot would call people by. */
const CALL = /@/g;

/** What a chat makes a link of. */
const SCHEME = /:\/\/|www\./gi;

const inertLinks = (text: string): string =>
	text.replace(SCHEME, (found) => (found.startsWith(':') ? '：//' : `${found.slice(0, -1)}．`));

/**
 * The text as it can stand in a plain message: what strangers wrote calls nobody and makes no link. It looks as
 * before.
 */
export const inPlainText = (text: string): string => inertLinks(text).replace(CALL, '＠');

/** The same for a message with markup. */
export const inMarkup = (text: string): string =>
	inPlainText(text).replace(/[#&*<>[\\\]`]/g, (character) => MARKUP[character] ?? character);

const CUT = '…';
const MAX_TITLE_BYTES = 120;

/**
 * The beginning of a text that has more bytes of UTF-8 than fit; no character is cut in two.
 *
 * @param shown what becomes of the text in the message; its bytes count
 */
export function cutBytes(
	text: string,
	most: number,
	shown: (text: string) => string = (same) => same,
): string {
	const fits = (part: string, room: number) => Buffer.byteLength(shown(part)) <= room;
	if (fits(text, most)) return text;
	const room = Math.max(0, most - Buffer.byteLength(CUT));
	let [low, high] = [0, Math.min(text.length, room)];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (fits(cutText(text, middle), room)) low = middle;
		else high = middle - 1;
	}
	return `${cutText(text, low)}${CUT}`;
}

/** The note in the bytes that there are for it. Links are short enough: whoever makes them sees to it. */
export function shortened(note: Note, most: number, shown = inMarkup): Note {
	const links = note.links.map(({ label, url }) => ({ url, label: cutBytes(label, 60, shown) }));
	const taken = links.reduce((sum, link) => sum + bytesOf(link), 0);
	return {
		...note,
		links,
		title: cutBytes(note.title, MAX_TITLE_BYTES, shown),
		text: cutBytes(note.text, most - taken, shown),
	};
}

/** Bytes that a link takes in a message, with what stands around it. */
export const bytesOf = ({ label, url }: Link): number =>
	Buffer.byteLength(`[${label}](${url})\n\n`);

/** Bytes that a text takes in a message. */
export const bytesOfText = (text: string): number => Buffer.byteLength(inMarkup(text));
