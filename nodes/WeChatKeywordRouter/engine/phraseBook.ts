import { toMatchText, toQuestionText } from '../../shared/text/normalise';
import { patternFinder, type PatternFinder } from '../../shared/text/phrases';
import { ownPhrases, personPhrases, synonymPhrases, type Phrase } from './phrases';
import type { LibraryText } from './questions';
import type { Spotted } from './spans';
import type { Keyword } from './types';

/** Characters that are words only when nothing stands around them. */
const SHORTEST_IN_TEXT = 2;

/** The phrases of a library, found in messages as they are written. */
export class PhraseBook {
	/** Those that are looked for inside messages, with the words for a person. */
	readonly phrases: readonly Phrase[];
	/** Phrases and questions that a message may resemble. */
	readonly texts: LibraryText[];
	private readonly exact = new Map<string, Phrase[]>();
	private readonly finder: PatternFinder;

	constructor(keywords: readonly Keyword[]) {
		const own = ownPhrases(keywords);
		const all = [...own, ...synonymPhrases(own)];
		for (const phrase of all) {
			if (phrase.parts.length === 1) this.addExact(toQuestionText(phrase.text), phrase);
		}
		for (const keyword of keywords) {
			for (const question of keyword.questions) this.addQuestion(keyword, question);
		}
		const inText = all.filter(({ parts }) => parts.join('').length >= SHORTEST_IN_TEXT);
		this.phrases = [...inText, ...personPhrases()];
		this.finder = patternFinder(this.phrases.map(({ parts }) => parts));
		this.texts = [
			...inText.flatMap(({ target, text }) =>
				typeof target === 'string' ? [] : [{ keyword: target, text: text.replace(/\*/g, '') }],
			),
			...keywords.flatMap((keyword) => keyword.questions.map((text) => ({ keyword, text }))),
		];
	}

	/**
	 * The phrases in a message, and those that are all of it.
	 *
	 * @param question the same without particles and courtesy
	 */
	find(message: string, question: string): Spotted[] {
		const found = { certainty: 1, how: 'words' } as const;
		const texts = question === message ? [message] : [message, question];
		const exact = texts.flatMap((text) => this.exact.get(text) ?? []);
		const inText = this.finder(message).flatMap(({ pattern, start, end }) => {
			const phrase = this.phrases[pattern];
			return phrase ? [{ phrase, start, end, ...found }] : [];
		});
		const whole = { start: 0, end: message.length };
		return [...exact.map((phrase) => ({ phrase, ...whole, ...found })), ...inText];
	}

	/** Whether a text has a word for a person, also inside a longer phrase: 客服 in the keyword 客服电话是多少. */
	namesPerson(text: string): boolean {
		return this.finder(toMatchText(text)).some(
			({ pattern }) => this.phrases[pattern]?.target === 'person',
		);
	}

	private addQuestion(target: Keyword, question: string): void {
		const text = toQuestionText(question);
		const weight = Array.from(text).length;
		const kind = { isSynonym: false, isWeak: false };
		this.addExact(text, { target, text: question, parts: [text], ...kind, weight });
	}

	private addExact(text: string, phrase: Phrase): void {
		const known = this.exact.get(text);
		if (known) known.push(phrase);
		else this.exact.set(text, [phrase]);
	}
}
