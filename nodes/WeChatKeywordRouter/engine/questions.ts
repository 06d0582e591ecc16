import { once, uniqBy } from 'lodash';
import { GramIndex, type Similar } from '../../shared/text/gramIndex';
import { Likeness } from './likeness/likeness';
import type { Finding, ForPerson, Keyword, Matched, Outcome, RouterSettings } from './types';

/** A phrase or question of the library that messages may resemble. */
export interface LibraryText {
	keyword: Keyword;
	text: string;
}

/** What a question is looked for with. */
export interface Asked {
	/** As written. */
	message: string;
	/** How many characters of it are compared. */
	length: number;
	isUsable: (keyword: Keyword) => boolean;
}

/** Texts to look at for the few keywords they belong to. */
const MOST_SIMILAR = 30;

/** Shorter texts are like too many others to be answered by their likeness. */
const SHORTEST_ANSWERED = 4;

/** Shorter ones are like so much that nothing is offered for them: 1, 你好. */
const SHORTEST_OFFERED = 3;

/** A number is like no question. */
const NUMBERS = /^[\d\s.:+-]+$/;

/** Phrases of so many characters are questions rather than words. */
const QUESTION_LENGTH = 8;

/** Similarity from which two questions ask for the same, whatever else was found. */
const NEARLY_THE_SAME = 0.75;

const isQuestion = (phrase: string): boolean => phrase.length >= QUESTION_LENGTH;

/** A text of the library like the message. */
interface Near extends Finding {
	/** How many characters and pairs both have, by weight. */
	similarity: number;
}

const isNearlyTheSame = ({ similarity, phrase }: Near): boolean =>
	similarity >= NEARLY_THE_SAME && isQuestion(phrase);

/** Finds the questions of the library that resemble a message. */
export class QuestionFinder {
	private readonly index = once(() => new GramIndex(this.texts.map(({ text }) => text)));
	private readonly likeness = once(() => new Likeness(this.texts.map(({ text }) => text)));

	constructor(
		private readonly texts: readonly LibraryText[],
		private readonly settings: RouterSettings,
	) {}

	/** Answers, offers or hands over by likeness alone. */
	similar(asked: Asked): Outcome {
		const { answerFrom, mostCandidates } = this.settings;
		if (NUMBERS.test(asked.message)) return { status: 'person', why: 'nothingFound' };
		const nearest = this.nearest(asked);
		const [first, ...others] = nearest;
		const isLong = Math.min(asked.length, first?.phrase.length ?? 0) >= SHORTEST_ANSWERED;
		if (first && first.score >= answerFrom && isLong) return this.matched(first, others);
		const isTooShort = asked.length < SHORTEST_OFFERED;
		const candidates = isTooShort ? [] : this.offered(nearest).slice(0, mostCandidates);
		return candidates.length > 0
			? { status: 'candidates', why: 'similarQuestions', candidates }
			: { status: 'person', why: 'nothingFound', nearest: nearest.slice(0, mostCandidates) };
	}

	/**
	 * Where a whole question of the library was found: inside a longer message it gives way to one that is
	 * nearly the same as the message; questions like it come along.
	 */
	closer(found: Matched, asked: Asked): Matched {
		const { best, also } = found;
		if (!isQuestion(best.phrase)) return found;
		const nearest = this.nearest(asked);
		const [first, ...others] = nearest;
		if (best.why === 'keyword' && first && isNearlyTheSame(first)) {
			return this.matched(first, others);
		}
		const [, ...more] = uniqBy([best, ...also, ...this.offered(nearest)], 'keyword');
		return this.matched(best, more);
	}

	/**
	 * A word for a person is no wish when the message is nearly a question of the library that has such a
	 * word as well: 客服电话是多少. Who takes over a wish learns what the library has on it.
	 */
	instead(
		wish: ForPerson,
		asked: Asked,
		namesPerson: (text: string) => boolean,
	): Matched | ForPerson {
		const nearest = this.nearest(asked);
		const [first, ...others] = nearest;
		if (first && isNearlyTheSame(first) && namesPerson(first.phrase)) {
			return this.matched(first, others);
		}
		return { ...wish, nearest: this.offered(nearest).slice(0, this.settings.mostCandidates) };
	}

	private offered(nearest: readonly Finding[]): Finding[] {
		return nearest.filter(({ score }) => score >= this.settings.offerFrom);
	}

	private matched(best: Finding, others: readonly Finding[]): Matched {
		return { status: 'matched', best, also: others.slice(0, this.settings.mostCandidates) };
	}

	/**
	 * The keywords most like a message, each once with its best text, in the order of retrieval, which is
	 * better than that of the likeness; the score is the likeness.
	 */
	private nearest({ message, isUsable }: Asked): Near[] {
		const best = new Map<Keyword, Similar>();
		for (const similar of this.index().search(message, MOST_SIMILAR)) {
			const entry = this.texts[similar.text];
			if (!entry || best.has(entry.keyword) || !isUsable(entry.keyword)) continue;
			best.set(entry.keyword, similar);
			if (best.size > this.settings.mostCandidates) break;
		}
		const found = [...best.values()];
		const scores = this.likeness().scoresOf(message, found);
		return [...best].map(([keyword, { text, similarity }], place) => ({
			keyword,
			score: scores[place] ?? 0,
			why: 'similarQuestion',
			phrase: this.texts[text]?.text ?? '',
			similarity,
		}));
	}
}
