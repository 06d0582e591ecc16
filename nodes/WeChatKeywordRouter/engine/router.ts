import { once } from 'lodash';
import { matchTextOf, questionTextOf, toMatchText, toPlainText } from '../../shared/text/normalise';
import { decide } from './deciding';
import { Guesses } from './guesses';
import { isLive } from './library';
import { PhraseBook } from './phraseBook';
import type { Target } from './phrases';
import { QuestionFinder, type Asked } from './questions';
import { isTelling, type Spotted } from './spans';
import type { Finding, Keyword, Message, Outcome, RouterSettings, Why } from './types';
import { isOffer } from '../../shared/text/offers/offering';
import { readSentence, type Sentence } from './weighing/sentence';
import { Vocabulary } from './weighing/vocabulary';

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

/** What does not end the search: words that nobody explains may be misspelled, or part of a question of the library. */
const OPEN: ReadonlySet<Why> = new Set<Why>([
	'nothingFound',
	'otherMeaning',
	'unknownWords',
	'unsure',
]);

const isOpen = (outcome: Outcome): boolean => outcome.status !== 'matched' && OPEN.has(outcome.why);

const GUESSED: ReadonlySet<Why> = new Set<Why>(['pinyin', 'typo']);

/** Whether a guess decided, and not the words beside it, which were weighed before. */
const isGuess = (outcome: Outcome): boolean =>
	outcome.status === 'matched'
		? GUESSED.has(outcome.best.why)
		: outcome.status === 'person' && outcome.why === 'askedForPerson';

/** Whether a phrase may be found in a message. */
type Usable = (spotted: Spotted) => boolean;

/** A library made ready for many messages. Build it once. */
export class Router {
	private readonly byId: Map<string, Keyword>;
	private readonly book: PhraseBook;
	private readonly guesses: Guesses;
	private readonly excluded: Map<Keyword, string[]>;
	private readonly questions: QuestionFinder;
	private readonly vocabulary: Vocabulary;

	constructor(
		keywords: readonly Keyword[],
		private readonly settings: RouterSettings = DEFAULT_SETTINGS,
	) {
		this.byId = new Map(keywords.map((keyword) => [keyword.id, keyword]));
		const enabled = keywords.filter(({ isEnabled }) => isEnabled);
		this.book = new PhraseBook(enabled);
		this.guesses = new Guesses(this.book.phrases);
		this.excluded = new Map(
			enabled
				.filter(({ exclude }) => exclude.length > 0)
				.map((keyword) => [keyword, keyword.exclude.map(toMatchText)]),
		);
		this.questions = new QuestionFinder(this.book.texts, settings);
		this.vocabulary = new Vocabulary(enabled);
	}

	/** What a message is about. Steps from the surest to the least sure; the first that finds ends it. */
	route({ text, at, tapped }: Pick<Message, 'text' | 'at' | 'tapped'>): Outcome {
		const chosen = tapped === undefined ? undefined : this.byId.get(tapped);
		if (chosen && isLive(chosen, at)) {
			const best: Finding = { keyword: chosen, score: 1, why: 'tapped', phrase: chosen.keyword };
			return { status: 'matched', best, also: [] };
		}
		const plain = toPlainText(text);
		if (isOffer(plain)) return { status: 'person', why: 'advertisement' };
		const message = matchTextOf(plain);
		const question = questionTextOf(plain);
		const isUsable = (target: Target): boolean =>
			typeof target === 'string' || (isLive(target, at) && !this.isExcluded(target, message));
		const isUsed: Usable = ({ phrase }) => isUsable(phrase.target);
		const asked = { message: text, length: question.length, isUsable };
		const words = this.book.find(message, question).filter(isUsed);
		const written = words.length > 0 ? this.decide(words, readSentence(plain, message)) : undefined;
		if (written && words.some(isTelling) && !isOpen(written)) {
			return this.withQuestions(written, asked);
		}
		const guessed = this.guess(question, words.length > 0, isUsed);
		if (guessed) return guessed;
		const similar = this.questions.similar(asked);
		if (!written || similar.status === 'matched') return similar;
		return written.status === 'person' && similar.status === 'candidates' ? similar : written;
	}

	private decide(spotted: readonly Spotted[], sentence: Sentence): Outcome {
		return decide(spotted, sentence, this.vocabulary, this.settings);
	}

	/** What sounds like something of the library, or is written like it, where the rest of the message supports it. */
	private guess(question: string, hasWords: boolean, isUsed: Usable): Outcome | undefined {
		const sentence = readSentence(question, question);
		const words = once(() => (hasWords ? this.book.find(question, question).filter(isUsed) : []));
		for (const found of this.guesses.in(sentence)) {
			const guessed = found.filter(isUsed);
			if (!guessed.some(isTelling)) continue;
			const decided = this.decide([...words(), ...guessed], sentence);
			if (isGuess(decided)) return decided;
		}
		return undefined;
	}

	private withQuestions(outcome: Outcome, asked: Asked): Outcome {
		if (outcome.status === 'matched') return this.questions.closer(outcome, asked);
		return outcome.status === 'person' && outcome.why === 'askedForPerson'
			? this.questions.instead(outcome, asked, (text) => this.book.namesPerson(text))
			: outcome;
	}

	private isExcluded(keyword: Keyword, message: string): boolean {
		return this.excluded.get(keyword)?.some((word) => message.includes(word)) ?? false;
	}
}
