import { uniqBy } from 'lodash';
import { GramIndex } from '../../shared/text/gramIndex';
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

/** Phrases of so many characters are questions rather than words. */
const QUESTION_LENGTH = 8;

/** Similarity from which two questions ask for the same, whatever else was found. */
const NEARLY_THE_SAME = 0.75;

const isQuestion = (phrase: string): boolean => phrase.length >= QUESTION_LENGTH;

const isNearlyTheSame = ({ score, phrase }: Finding): boolean =>
	score >= NEARLY_THE_SAME && isQuestion(phrase);

/** Finds the questions of the library that resemble a message. */
export class QuestionFinder {
	private lazyIndex?: GramIndex;

	constructor(
		private readonly texts: readonly LibraryText[],
		private readonly settings: RouterSettings,
	) {}

	/** Answers, offers or hands over by likeness alone. */
	similar(asked: Asked): Outcome {
		const { answerFrom, mostCandidates } = this.settings;
		const nearest = this.nearest(asked);
		const [first, ...others] = nearest;
		const isLong = Math.min(asked.length, first?.phrase.length ?? 0) >= SHORTEST_ANSWERED;
		if (first && first.score >= answerFrom && isLong) return this.matched(first, others);
		const isTooShort = asked.length < SHORTEST_OFFERED;
		const candidates = isTooShort ? [] : this.offered(nearest).slice(0, mostCandidates);
		return candidates.length > 0
			? { status: 'candidates', candidates }
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
	 * better than that of the similarity; the score is the similarity.
	 */
	private nearest({ message, isUsable }: Asked): Finding[] {
		this.lazyIndex ??= new GramIndex(this.texts.map(({ text }) => text));
		const best = new Map<Keyword, Finding>();
		for (const { text, similarity } of this.lazyIndex.search(message, MOST_SIMILAR)) {
			const entry = this.texts[text];
			if (!entry || best.has(entry.keyword) || !isUsable(entry.keyword)) continue;
			const { keyword, text: phrase } = entry;
			const score = Math.round(similarity * 1_000) / 1_000;
			best.set(keyword, { keyword, score, why: 'similarQuestion', phrase });
		}
		return [...best.values()];
	}
}
