import { once } from 'lodash';
import type { Phrase } from './phrases';
import { SoundFinder } from './sounds';
import type { Spotted } from './spans';
import { TypoFinder } from './typos';
import type { Sentence } from './weighing/sentence';
import { WrongCharacterFinder } from './wrongCharacters';

interface Guesser {
	find(text: string): Spotted[];
}

const HAN = /^\p{Script=Han}+$/u;

/** Whether a guess begins or ends inside a word of the message: 有活 in 有活动. */
function isTorn({ start, end }: Spotted, { words }: Sentence): boolean {
	return words.some(
		(word) =>
			((word.start < start && start < word.end) || (word.start < end && end < word.end)) &&
			HAN.test(word.text),
	);
}

/** Finds what is not written as in the library. */
export class Guesses {
	/** The surest first; each is made ready when it is first needed. */
	private readonly guessers: ReadonlyArray<() => Guesser>;

	constructor(phrases: readonly Phrase[]) {
		this.guessers = [SoundFinder, TypoFinder, WrongCharacterFinder].map((Finder) =>
			once(() => new Finder(phrases)),
		);
	}

	/** What each way of guessing finds in a message without particles and courtesy, the surest way first. */
	*in(sentence: Sentence): Generator<Spotted[]> {
		for (const guesser of this.guessers) {
			const found = guesser().find(sentence.message);
			yield found.filter((spotted) => !isTorn(spotted, sentence));
		}
	}
}
