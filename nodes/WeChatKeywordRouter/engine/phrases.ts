import { INTENTS, NOT_PERSON_PHRASES, PERSON_PHRASES } from '../../shared/text/intents';
import { toMatchText } from '../../shared/text/normalise';
import { informativeLength } from '../../shared/text/pieces';
import type { Keyword } from './types';

/** What a phrase leads to: a keyword, a person, or (`nothing`) only that it is no wish for a person. */
export type Target = Keyword | 'person' | 'nothing';

/** Words to look for in a message. */
export interface Phrase {
	target: Target;
	/** As written in the library. */
	text: string;
	/** For comparison; several when the phrase is written with `*`. */
	parts: string[];
	isSynonym: boolean;
	/** Whether it consists of nothing but characters that are in any question. */
	isWeak: boolean;
	/** Informative length, less for a synonym. */
	weight: number;
}

/** A synonym says less than a word the operator chose; one of a wider wish still less. */
const SYNONYM_FACTOR = 0.85;
const WIDER_FACTOR = 0.6;

const LEAST_LENGTH = 0.5;

function phraseOf(target: Target, text: string, factor = 1): Phrase {
	const parts = text
		.split('*')
		.map(toMatchText)
		.filter((part) => part !== '');
	const length = informativeLength(parts.join(''));
	// A phrase of nothing but everyday characters (在哪里) only counts where nothing else is said.
	const weight = Math.max(LEAST_LENGTH, length) * factor;
	return { target, text, parts, isSynonym: factor < 1, isWeak: length < 1, weight };
}

const wordsOf = (phrases: string): string[] => phrases.split(' ');

/** Phrases of the library itself: keywords and variants. */
export function ownPhrases(keywords: readonly Keyword[]): Phrase[] {
	return keywords.flatMap((keyword) =>
		[keyword.keyword, ...keyword.variants].map((text) => phraseOf(keyword, text)),
	);
}

/** The keyword of a library that has a word already, as keyword or variant, also in another script. */
export function holderOf(library: readonly Keyword[], word: string): Keyword | undefined {
	const wanted = toMatchText(word);
	const found = ownPhrases(library).find(({ parts }) => parts.join('*') === wanted);
	return typeof found?.target === 'object' ? found.target : undefined;
}

/** For each intent the keywords that have one of its words as keyword or variant. */
function claims(own: readonly Phrase[]): Map<string, Set<Keyword>> {
	const keywordsOf = new Map<string, Keyword[]>();
	for (const { target, parts } of own) {
		if (typeof target === 'string') continue;
		const text = parts.join('');
		const known = keywordsOf.get(text);
		if (known) known.push(target);
		else keywordsOf.set(text, [target]);
	}
	return new Map(
		INTENTS.map(({ id, phrases }) => {
			const words = wordsOf(phrases).filter((word) => !word.includes('*'));
			return [id, new Set(words.flatMap((word) => keywordsOf.get(toMatchText(word)) ?? []))];
		}),
	);
}

/** Who answers an intent: its own claimants, else those of the next wider intent that has any. */
function claimantsOf(
	id: string | undefined,
	claimed: ReadonlyMap<string, ReadonlySet<Keyword>>,
): { keywords: Keyword[]; isWider: boolean } {
	let isWider = false;
	for (let intent = id; intent !== undefined; isWider = true) {
		const keywords = [...(claimed.get(intent) ?? [])];
		if (keywords.length > 0) return { keywords, isWider };
		const current = intent;
		intent = INTENTS.find((entry) => entry.id === current)?.wider;
	}
	return { keywords: [], isWider };
}

/**
 * The built-in words that widen the library: a keyword that has one word of an intent as keyword or
 * variant is found by all of them, unless the library itself gives a word to a keyword.
 */
export function synonymPhrases(own: readonly Phrase[]): Phrase[] {
	const claimed = claims(own);
	const taken = new Set(own.map(({ parts }) => parts.join('*')));
	return INTENTS.flatMap(({ id, phrases }) => {
		const { keywords, isWider } = claimantsOf(id, claimed);
		return keywords.flatMap((keyword) =>
			wordsOf(phrases)
				.map((text) => phraseOf(keyword, text, isWider ? WIDER_FACTOR : SYNONYM_FACTOR))
				.filter(({ parts }) => !taken.has(parts.join('*'))),
		);
	});
}

/** The wish for a person, and the words in which the same characters mean something else. */
export function personPhrases(): Phrase[] {
	return [
		...wordsOf(PERSON_PHRASES).map((text) => phraseOf('person', text)),
		...wordsOf(NOT_PERSON_PHRASES).map((text) => phraseOf('nothing', text)),
	];
}
