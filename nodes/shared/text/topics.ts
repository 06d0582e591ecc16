import once from 'lodash/once';
import topics from './data/topics.json';
import { wordsOf } from './trie';
import { WordIndex, type FoundLists } from './wordIndex';

type Subject = 'followUp' | 'intent' | 'repeated';

const subjects = once((): WordIndex => {
	const index = new WordIndex();
	const groups: Array<[Subject, Record<string, string>]> = [
		['intent', topics.intents],
		['repeated', { repeated: topics.repeated }],
		['followUp', topics.followUp],
	];
	for (const [subject, lists] of groups) {
		for (const [list, words] of Object.entries(lists)) {
			index.add(wordsOf(words), { subject, list });
		}
	}
	return index;
});

const NOTHING: FoundLists = new Map();

/** What a text is about, as far as the word lists tell. */
export class Topics {
	private readonly found: Map<string, FoundLists>;

	/** @param text in the form of `normalise` */
	constructor(text: string) {
		this.found = subjects().findIn(text);
	}

	of(subject: Subject): FoundLists {
		return this.found.get(subject) ?? NOTHING;
	}
}
