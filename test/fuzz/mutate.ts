import type { Dice } from './dice';

/** What means something to one of the parsers, and what has broken parsers before. */
const TOKENS = [
	...[
		'<',
		'>',
		'</',
		'/>',
		'<xml>',
		'</xml>',
		'<a>',
		'</a>',
		'<a',
		'<?',
		'?>',
		'<!',
		'<!--',
		'-->',
	],
	...['<![CDATA[', ']]>', ']]', ']]]]><![CDATA[>', '<![CDATA[]]>', '<![cdata[', '<!DOCTYPE a>'],
	...[
		'<!DOCTYPE xml [<!ENTITY a "aaaa">]>',
		'<!ENTITY % a SYSTEM "file:///etc/passwd">',
		'&a;',
		'%a;',
	],
	...['&lt;', '&amp;', '&#0;', '&#60;', '&#x3c;', '&#xD800;', '&#1114112;', '&', ';', '&#x110000;'],
	...[
		'<__proto__>',
		'</__proto__>',
		'<constructor>',
		'"__proto__":',
		'"constructor":{"prototype":',
	],
	...[
		'<Encrypt>',
		'</Encrypt>',
		'"Encrypt":"',
		'<MsgType>',
		'</MsgType>',
		'<item>',
		'</item>',
		'<List>',
	],
	...[
		' a="b"',
		" a='b'",
		' a="<"',
		' xmlns="x"',
		'="',
		'"',
		"'",
		'=',
		'{',
		'}',
		'[',
		']',
		'[[',
		':',
		',',
	],
	...[
		'\\',
		'\\"',
		'\\u0000',
		'\\ud800',
		'null',
		'true',
		'-',
		'1e999',
		'0x1',
		'12345678901234567890',
	],
	...['\u0000', '\u0001', '\u000b', '\u001d', '\u0085', '\u2028', '\ufeff', '\ufffe', '\uffff'],
	...['\ud83d', '\ude00', '😀', '啊', '\u0301', '\u202e', '\u00a0', ' ', '\n', '\r\n', '\t', 'x'],
];

const tokens = (dice: Dice, most: number): string =>
	Array.from({ length: 1 + dice.below(most) }, () => dice.pick(TOKENS)).join('');

type Mutation = (text: string, from: number, to: number, dice: Dice) => string;

const MUTATIONS: readonly Mutation[] = [
	(text, from, to) => text.slice(0, from) + text.slice(to),
	(text, from, to) => text.slice(0, to) + text.slice(from),
	(text, from) => text.slice(0, from),
	(text, from) => text.slice(from),
	(text, from, to) => text.slice(0, from) + text.slice(to) + text.slice(from, to),
	(text, from, _, dice) => text.slice(0, from) + tokens(dice, 4) + text.slice(from),
	(text, from, to, dice) => text.slice(0, from) + tokens(dice, 2) + text.slice(to),
	(text, from, to, dice) =>
		text.slice(0, from) + text.slice(from, to).repeat(dice.size(200)) + text.slice(to),
	(text, from, _, dice) =>
		text.slice(0, from) + dice.pick(TOKENS).repeat(dice.size(2_000)) + text.slice(from),
	(text, from, _, dice) =>
		text.slice(0, from) +
		String.fromCharCode(text.charCodeAt(from) ^ (1 << dice.below(16))) +
		text.slice(from + 1),
	(text, from, _, dice) =>
		text.slice(0, from) + dice.bytes(8).toString('latin1') + text.slice(from),
];

/** A text with some of its parts left out, doubled, moved, replaced, repeated or bent by a bit. */
export function mutated(text: string, dice: Dice): string {
	let result = text;
	for (let left = 1 + dice.below(4); left > 0; left--) {
		const from = dice.below(result.length + 1);
		const to = Math.min(result.length, from + dice.size(100));
		result = dice.pick(MUTATIONS)(result, from, to, dice);
	}
	return result;
}

/** Something short to be repeated, for which no parser may need more than time in proportion. */
export const fragment = (dice: Dice): string => tokens(dice, 5);

/** Text that parsers trip over, of any content. */
export const hostileText = (dice: Dice): string => tokens(dice, 1 + dice.size(300));
