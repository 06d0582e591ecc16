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

/** The candidates as a text to send. */
export function offerText(candidates: readonly Finding[], { heading, footer }: OfferTexts): string {
	const lines = candidates.map(({ keyword }, position) => `${position + 1}. ${keyword.keyword}`);
	return [heading, ...lines, footer].filter((line) => line !== '').join('\n');
}
