import { toMatchText, toQuestionText } from '../../shared/text/normalise';
import { GramIndex } from '../../shared/text/gramIndex';
import { patternFinder, type PatternFinder } from '../../shared/text/phrases';
import { isLive } from './library';
import { ownPhrases, personPhrases, synonymPhrases, type Phrase, type Target } from './phrases';
import { SoundFinder } from './sounds';
import { longestOnly, type Spotted } from './spans';
import { TypoFinder } from './typos';
import type { Finding, Keyword, Level, Message, Why } from './types';

export interface RouterSettings {
	levelWeights: Record<Level, number>;
	/** Similarity (0 … 1) from which a similar question is answered. */
	answerFrom: number;
	/** Similarity from which a keyword is offered as a candidate. */
	offerFrom: number;
	mostCandidates: number;
}

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

/** Shorter texts are like too many others to be answered by their likeness. */
const SHORTEST_QUESTION = 4;

/** Texts to look at for the few keywords they belong to. */
const MOST_SIMILAR = 30;

/** Phrases of so many characters are questions rather than words. */
const QUESTION_LENGTH = 8;

const NEARLY_THE_SAME = 0.75;

function isPartOfMore(outcome: Outcome): boolean {
	return (
		outcome.status === 'matched' &&
		outcome.best.why === 'keyword' &&
		outcome.best.phrase.length >= QUESTION_LENGTH
	);
}

const rounded = (score: number): number => Math.round(score * 1_000) / 1_000;

/** Whether a phrase says something by itself; 在哪里 and 怎么去 do not. */
const isTelling = ({ phrase }: Spotted): boolean => !phrase.isWeak;

/** What the library has to say about a message. */
export type Outcome =
	| { status: 'matched'; best: Finding; also: Finding[] }
	| { status: 'candidates'; candidates: Finding[] }
	| { status: 'person'; why: Why; best?: Finding; nearest?: Finding[] };

/** A library made ready for many messages. Build it once. */
export class Router {
	private readonly byId: Map<string, Keyword>;
	private readonly exact = new Map<string, Phrase[]>();
	private readonly phrases: Phrase[];
	private readonly finder: PatternFinder;
	private readonly excluded: Map<Keyword, string[]>;
	private readonly documents: Array<{ keyword: Keyword; text: string }>;
	private lazySounds?: SoundFinder;
	private lazyTypos?: TypoFinder;
	private lazyIndex?: GramIndex;

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
		this.excluded = new Map(
			enabled
				.filter(({ exclude }) => exclude.length > 0)
				.map((keyword) => [keyword, keyword.exclude.map(toMatchText)]),
		);
		this.documents = [
			...inText.flatMap(({ target, text }) =>
				typeof target === 'string' ? [] : [{ keyword: target, text: text.replace(/\*/g, '') }],
			),
			...enabled.flatMap((keyword) => keyword.questions.map((text) => ({ keyword, text }))),
		];
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
		const words = this.words(message, question).filter(({ phrase }) => isUsable(phrase.target));
		if (words.some(isTelling)) {
			const outcome = this.decide(words, message.length);
			return isPartOfMore(outcome) ? this.closer(outcome, text, question, isUsable) : outcome;
		}
		for (const finder of [this.sounds(), this.typos()]) {
			const guessed = finder.find(question).filter(({ phrase }) => isUsable(phrase.target));
			if (guessed.some(isTelling)) return this.decide([...words, ...guessed], question.length);
		}
		return words.length > 0
			? this.decide(words, message.length)
			: this.similar(text, question, isUsable);
	}

	/** A whole question of the library that is inside a longer one gives way to one that is nearly the same. */
	private closer(
		outcome: Outcome,
		text: string,
		question: string,
		isUsable: (keyword: Keyword) => boolean,
	): Outcome {
		const similar = this.similar(text, question, isUsable);
		const isSure = similar.status === 'matched' && similar.best.score >= NEARLY_THE_SAME;
		return isSure ? similar : outcome;
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

	private similar(
		message: string,
		question: string,
		isUsable: (keyword: Keyword) => boolean,
	): Outcome {
		const { answerFrom, offerFrom, mostCandidates } = this.settings;
		const best = new Map<Keyword, Finding>();
		for (const { text, similarity } of this.index().search(message, MOST_SIMILAR)) {
			const entry = this.documents[text];
			if (!entry || best.has(entry.keyword) || !isUsable(entry.keyword)) continue;
			const { keyword, text: phrase } = entry;
			best.set(keyword, { keyword, score: rounded(similarity), why: 'similarQuestion', phrase });
		}
		// In the order of retrieval, which is better than that of the similarity.
		const [first, ...others] = best.values();
		const isQuestion = Math.min(question.length, first?.phrase.length ?? 0) >= SHORTEST_QUESTION;
		if (first && first.score >= answerFrom && isQuestion) {
			return { status: 'matched', best: first, also: others.slice(0, mostCandidates) };
		}
		const nearest = [...best.values()];
		const candidates = nearest.filter(({ score }) => score >= offerFrom).slice(0, mostCandidates);
		return candidates.length > 0
			? { status: 'candidates', candidates }
			: { status: 'person', why: 'nothingFound', nearest: nearest.slice(0, mostCandidates) };
	}

	private isExcluded(keyword: Keyword, message: string): boolean {
		return this.excluded.get(keyword)?.some((word) => message.includes(word)) ?? false;
	}

	private addExact(text: string, phrase: Phrase): void {
		this.exact.set(text, [...(this.exact.get(text) ?? []), phrase]);
	}

	private sounds(): SoundFinder {
		this.lazySounds ??= new SoundFinder(this.phrases);
		return this.lazySounds;
	}

	private typos(): TypoFinder {
		this.lazyTypos ??= new TypoFinder(this.phrases);
		return this.lazyTypos;
	}

	private index(): GramIndex {
		this.lazyIndex ??= new GramIndex(this.documents.map(({ text }) => text));
		return this.lazyIndex;
	}
}
