import { once } from 'lodash';
import topics from './data/topics.json';
import { findOffers, isAskedAbout } from './offers';
import { isWhole, Trie, wordsOf } from './trie';
import { SELF_HARM, urgentInNormalised, type Urgent } from './urgent/urgent';

type Subject = 'followUp' | 'intent' | 'repeated' | 'sensitive';

/** A word of a list, and which list of which subject it stands in. */
interface Membership {
	subject: Subject;
	list: string;
}

/** What was found of a subject: the words by list, each once. */
export type FoundLists = Map<string, string[]>;

/** An operator's own word to watch for. */
export interface WatchedWord {
	word: string;
	category: string;
}

/** Signs by which people tear a word apart that would be seen otherwise: 加-微-信. */
const DISGUISE = /[\s*\-_.·|/\\+~^'"`]+/g;

type Index = Trie<Membership[]>;

function add(index: Index, words: string[], membership: Membership): void {
	for (const word of words) {
		const known = index.longestAt(word, 0);
		if (known?.end === word.length) known.value.push(membership);
		else index.set(word, [membership]);
	}
}

const subjects = once((): Index => {
	const index: Index = new Trie();
	const groups: Array<[Subject, Record<string, string>]> = [
		['intent', topics.intents],
		['repeated', { repeated: topics.repeated }],
		['followUp', topics.followUp],
	];
	for (const [subject, lists] of groups) {
		for (const [list, words] of Object.entries(lists)) {
			add(index, wordsOf(words), { subject, list });
		}
	}
	return index;
});

/** Every word of the index in a text: at each position the longest. */
function findAll(text: string, index: Index): Map<Subject, FoundLists> {
	const result = new Map<Subject, FoundLists>();
	for (let at = 0; at < text.length; at++) {
		const found = index.longestAt(text, at);
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

const NOTHING: FoundLists = new Map();

/** What a text is about, as far as the word lists tell. */
export class Topics {
	private readonly found: Map<Subject, FoundLists>;

	/** @param text in the form of `normalise` */
	constructor(text: string) {
		this.found = findAll(text, subjects());
	}

	of(subject: Subject): FoundLists {
		return this.found.get(subject) ?? NOTHING;
	}
}

/** The words by which somebody says that they may hurt themselves, as sensitive words. */
const selfHarmWords = (urgent: readonly Urgent[]): WatchedWord[] =>
	urgent
		.filter(({ kind }) => kind === SELF_HARM)
		.map(({ words }) => ({ word: words.join(' '), category: SELF_HARM }));

/**
 * Makes a search for sensitive words: the lists of the package by category, what tells of self-harm, and words of
 * the operator's own. What it gives takes what is urgent in the text, where that is known already.
 *
 * @param useOwnLists whether the lists of the package count
 * @param watched in any writing; they are compared in the form of `normalise`
 */
export function sensitiveSearch(
	useOwnLists: boolean,
	watched: WatchedWord[],
	normalise: (text: string) => string,
): (text: string, urgent?: readonly Urgent[]) => WatchedWord[] {
	const index: Index = new Trie();
	if (useOwnLists) {
		for (const [list, words] of Object.entries(topics.sensitive)) {
			add(index, wordsOf(words), { subject: 'sensitive', list });
		}
	}
	for (const { word, category } of watched) {
		add(index, [normalise(word).trim()], { subject: 'sensitive', list: category });
	}
	return (text, urgent) => {
		const plain = text.replace(DISGUISE, '');
		const readings = plain === text ? [text] : [text, plain];
		const found = new Map<string, WatchedWord>();
		for (const reading of readings) {
			for (const [category, words] of findAll(reading, index).get('sensitive') ?? NOTHING) {
				if (useOwnLists && isAskedAbout(reading, category)) continue;
				for (const word of words) found.set(`${category}:${word}`, { word, category });
			}
			for (const offer of useOwnLists ? findOffers(reading) : []) {
				found.set(`${offer.category}:${offer.word}`, offer);
			}
		}
		const danger = useOwnLists ? selfHarmWords(urgent ?? urgentInNormalised(text)) : [];
		return [...danger, ...found.values()];
	};
}
