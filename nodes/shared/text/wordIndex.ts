import { isWhole, Trie } from './trie';

/** A word of a list, and which list of which subject it stands in. */
interface Membership {
	subject: string;
	list: string;
}

/** What was found of a subject: the words by list, each once. */
export type FoundLists = Map<string, string[]>;

/** Words of lists that belong to subjects, in one tree. */
export class WordIndex {
	private readonly words = new Trie<Membership[]>();

	add(words: readonly string[], membership: Membership): void {
		for (const word of words) {
			const known = this.words.longestAt(word, 0);
			if (known?.end === word.length) known.value.push(membership);
			else this.words.set(word, [membership]);
		}
	}

	/** Every word of the index in a text, by subject: at each position the longest. */
	findIn(text: string): Map<string, FoundLists> {
		const result = new Map<string, FoundLists>();
		for (let at = 0; at < text.length; at++) {
			const found = this.words.longestAt(text, at);
			if (!found || !isWhole(text, found.start, found.end)) continue;
			const word = text.slice(found.start, found.end);
			for (const { subject, list } of found.value) {
				const lists = result.get(subject) ?? new Map<string, string[]>();
				const words = lists.get(list) ?? [];
				if (!words.includes(word)) words.push(word);
				result.set(subject, lists.set(list, words));
			}
		}
		return result;
	}
}
