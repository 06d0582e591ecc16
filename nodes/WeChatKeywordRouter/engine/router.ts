import { once } from 'lodash';
import { toMatchText, toQuestionText } from '../../shared/text/normalise';
import { patternFinder, type PatternFinder } from '../../shared/text/phrases';
import { isLive } from './library';
import { ownPhrases, personPhrases, synonymPhrases, type Phrase, type Target } from './phrases';
import { QuestionFinder, type Asked } from './questions';
import { SoundFinder } from './sounds';
import { longestOnly, type Spotted } from './spans';
import type { Finding, Keyword, Message, Outcome, RouterSettings } from './types';
import { TypoFinder } from './typos';
import { WrongCharacterFinder } from './wrongCharacters';

/**
 * What is asked (function) outweighs what it is asked about (product) and of whom (brand): 龙井能退吗 is
 * about returning things.
 */
export const DEFAULT_SETTINGS: RouterSettings = {
	levelWeights: { brand: 1, product: 1.5, function: 2 },
	answerFrom: 0.55,
	offerFrom: 0.3,
	mostCandidates: 3,
};

/** Characters that are words only when nothing stands around them. */
const SHORTEST_IN_TEXT = 2;

const rounded = (score: number): number => Math.round(score * 1_000) / 1_000;

/** Whether a phrase says something by itself; 在哪里 and 怎么去 do not. */
const isTelling = ({ phrase }: Spotted): boolean => !phrase.isWeak;

interface Guesser {
	find(text: string): Spotted[];
}

/** A library made ready for many messages. Build it once. */
export class Router {
	private readonly byId: Map<string, Keyword>;
	private readonly exact = new Map<string, Phrase[]>();
	private readonly phrases: Phrase[];
	private readonly finder: PatternFinder;
	private readonly excluded: Map<Keyword, string[]>;
	private readonly questions: QuestionFinder;
	/** Finders for what is not written as in the library, the surest first; made when first needed. */
	private readonly guessers: ReadonlyArray<() => Guesser>;

	constructor(
		keywords: readonly Keyword[],
		private readonly settings: RouterSettings = DEFAULT_SETTINGS,
	) {
		this.byId = new Map(keywords.map((keyword) => [keyword.id, keyword]));
		const enabled = keywords.filter(({ isEnabled }) => isEnabled);
		const own = ownPhrases(enabled);
		const all = [...own, ...synonymPhrases(own)];
		for (const phrase of all) {
			if (phrase.parts.length === 1) this.addExact(toQuestionText(phrase.text), phrase);
		}
		for (const keyword of enabled) {
			for (const question of keyword.questions) {
				const text = toQuestionText(question);
				const weight = Array.from(text).length;
				const phrase = {
					target: keyword,
					text: question,
					parts: [text],
					isSynonym: false,
					isWeak: false,
					weight,
				};
				this.addExact(text, phrase);
			}
		}
		const inText = all.filter(({ parts }) => parts.join('').length >= SHORTEST_IN_TEXT);
		this.phrases = [...inText, ...personPhrases()];
		this.finder = patternFinder(this.phrases.map(({ parts }) => parts));
		this.guessers = [SoundFinder, TypoFinder, WrongCharacterFinder].map((Finder) =>
			once(() => new Finder(this.phrases)),
		);
		this.excluded = new Map(
			enabled
				.filter(({ exclude }) => exclude.length > 0)
				.map((keyword) => [keyword, keyword.exclude.map(toMatchText)]),
		);
		this.questions = new QuestionFinder(
			[
				...inText.flatMap(({ target, text }) =>
					typeof target === 'string' ? [] : [{ keyword: target, text: text.replace(/\*/g, '') }],
				),
				...enabled.flatMap((keyword) => keyword.questions.map((text) => ({ keyword, text }))),
			],
			settings,
		);
	}

	/** What a message is about. Steps from the surest to the least sure; the first that finds ends it. */
	route({ text, at, tapped }: Pick<Message, 'text' | 'at' | 'tapped'>): Outcome {
		const chosen = tapped === undefined ? undefined : this.byId.get(tapped);
		if (chosen && isLive(chosen, at)) {
			const best: Finding = { keyword: chosen, score: 1, why: 'tapped', phrase: chosen.keyword };
			return { status: 'matched', best, also: [] };
		}
		const message = toMatchText(text);
		const question = toQuestionText(text);
		const isUsable = (target: Target): boolean =>
			typeof target === 'string' || (isLive(target, at) && !this.isExcluded(target, message));
		const asked = { message: text, length: question.length, isUsable };
		const words = this.words(message, question).filter(({ phrase }) => isUsable(phrase.target));
		if (words.some(isTelling)) return this.withQuestions(this.decide(words, message.length), asked);
		for (const guesser of this.guessers) {
			const guessed = guesser()
				.find(question)
				.filter(({ phrase }) => isUsable(phrase.target));
			if (guessed.some(isTelling)) return this.decide([...words, ...guessed], question.length);
		}
		return words.length > 0 ? this.decide(words, message.length) : this.questions.similar(asked);
	}

	private withQuestions(outcome: Outcome, asked: Asked): Outcome {
		if (outcome.status === 'matched') return this.questions.closer(outcome, asked);
		return outcome.status === 'person'
			? this.questions.instead(outcome, asked, (text) => this.namesPerson(text))
			: outcome;
	}

	/** Also inside a longer phrase: 客服 in the keyword 客服电话是多少. */
	private namesPerson(text: string): boolean {
		return this.finder(toMatchText(text)).some(
			({ pattern }) => this.phrases[pattern]?.target === 'person',
		);
	}

	private words(message: string, question: string): Spotted[] {
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

	private decide(spotted: readonly Spotted[], length: number): Outcome {
		const longest = longestOnly(spotted);
		const [best, ...also] = this.findings(longest, length);
		if (longest.some(({ phrase }) => phrase.target === 'person')) {
			return { status: 'person', why: 'askedForPerson', best };
		}
		return best
			? { status: 'matched', best, also: also.slice(0, this.settings.mostCandidates) }
			: { status: 'person', why: 'nothingFound' };
	}

	/** The keywords that were spotted, each once with its best phrase, best first. */
	private findings(spotted: readonly Spotted[], length: number): Finding[] {
		const best = new Map<Keyword, Finding>();
		for (const { phrase, start, end, certainty, how } of spotted) {
			const { target } = phrase;
			if (typeof target === 'string') continue;
			const weight = this.settings.levelWeights[target.level] * target.priority * certainty;
			const score = rounded(phrase.weight * weight);
			const isAll = start === 0 && end === length;
			const inWords = phrase.isSynonym ? 'synonym' : isAll ? 'exact' : 'keyword';
			const why = how === 'words' ? inWords : how;
			if (score > (best.get(target)?.score ?? -1)) {
				best.set(target, { keyword: target, score, why, phrase: phrase.text });
			}
		}
		// A stable sort: of equals the one that stands first in the message.
		return [...best.values()].sort((a, b) => b.score - a.score);
	}

	private isExcluded(keyword: Keyword, message: string): boolean {
		return this.excluded.get(keyword)?.some((word) => message.includes(word)) ?? false;
	}

	private addExact(text: string, phrase: Phrase): void {
		const known = this.exact.get(text);
		if (known) known.push(phrase);
		else this.exact.set(text, [phrase]);
	}
}
