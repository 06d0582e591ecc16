import { answerWords, signOf } from '../../shared/commands/choices';
import type { HitBook } from './hits';
import type { Finding, Keyword, Message } from './types';

/** 32-bit FNV-1a: the same text gives the same number on every machine. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let position = 0; position < text.length; position++) {
		hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193);
	}
	// A last mix: the low bits of the plain hash follow those of the last character.
	hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The reply of a keyword to a message. At random means: by the key of the message, so that a message
 * delivered again gets the same reply. In turn means: by how often this keyword answered this person.
 */
export function replyOf(keyword: Keyword, message: Message, hits: HitBook): string {
	const { replies, replyMode } = keyword;
	const place =
		replyMode === 'inTurn'
			? hits.countBefore(message, keyword)
			: hashOf(message.key || message.text);
	return replies[place % Math.max(1, replies.length)] ?? '';
}

/** Texts around the candidates. */
export interface OfferTexts {
	heading: string;
	footer: string;
}

/** How candidates are shown: as links to tap, or by numbers alone, where there are no links. */
export type OfferAs = 'links' | 'numbers';

/** WeChat takes no longer text. */
const MOST_BYTES = 2_048;

/** What would end an attribute or begin a tag, or get lost on the way back. */
const UNSAFE_IN_LINK = /["<>&\s]/;

/** A link that writes the keyword in the follower's name; WeChat sends its ID back as `bizmsgmenuid`. */
function linkTo({ id, keyword }: Keyword): string {
	if (UNSAFE_IN_LINK.test(id + keyword)) return keyword;
	return `<a href="weixin://bizmsgmenu?msgmenucontent=${keyword}&msgmenuid=${id}">${keyword}</a>`;
}

/** The candidates as a text to send; their numbers can be written back, too. */
export function offerText(
	candidates: readonly Finding[],
	{ heading, footer }: OfferTexts,
	as: OfferAs,
): string {
	const textOf = (shown: (keyword: Keyword) => string): string => {
		const lines = candidates.map(({ keyword }, place) => `${place + 1}. ${shown(keyword)}`);
		return [heading, ...lines, footer].filter((line) => line !== '').join('\n');
	};
	const plain = textOf(({ keyword }) => keyword);
	if (as === 'numbers') return plain;
	const linked = textOf(linkTo);
	return Buffer.byteLength(linked) > MOST_BYTES ? plain : linked;
}

const NUMBER = /^\d+$/;

/** Which of the candidates a follower means by a number (1, ②, 第三个, 选1), from 0; undefined when the text is no number. */
export function numberMeant(text: string): number | undefined {
	const sign = signOf(answerWords(text));
	return sign !== undefined && NUMBER.test(sign) ? Number(sign) - 1 : undefined;
}
