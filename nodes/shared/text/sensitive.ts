import once from 'lodash/once';
import topics from './data/topics.json';
import { normalise as toNormal } from './normalise';
import { likenessOf, likenessText } from './offers/likeness';
import { findOffers, isAskedAbout } from './offers/phrases';
import { wordsOf } from './trie';
import { SELF_HARM, urgentInNormalised, type Urgent } from './urgent/urgent';
import { WordIndex } from './wordIndex';

/** A word to watch for. */
export interface WatchedWord {
	word: string;
	category: string;
}

/** A word that was found. */
export interface SensitiveWord extends WatchedWord {
	/** No list has it: the text as a whole is like such ones. A reason to look, not to refuse. */
	isGuess?: true;
}

/** Signs by which people tear a word apart that would be seen otherwise: 加-微-信. */
const DISGUISE = /[\s*\-_.·|/\\+~^'"`]+/g;

/** What is forbidden whatever the rest of the text says. */
const FIXED: ReadonlySet<string> = new Set(['drugs', 'privacy', 'weapons']);

/** The words by which somebody says that they may hurt themselves, as sensitive words. */
const selfHarmWords = (urgent: readonly Urgent[]): WatchedWord[] =>
	urgent
		.filter(({ kind }) => kind === SELF_HARM)
		.map(({ words }) => ({ word: words.join(' '), category: SELF_HARM }));

function indexOf(lists: ReadonlyArray<readonly [string, string[]]>): WordIndex {
	const index = new WordIndex();
	for (const [list, words] of lists) index.add(words, { subject: '', list });
	return index;
}

const wordsFrom = (index: WordIndex, text: string): WatchedWord[] =>
	[...(index.findIn(text).get('') ?? [])].flatMap(([category, words]) =>
		words.map((word) => ({ word, category })),
	);

/** As written, and without the signs that tear words apart. */
function readingsOf(text: string): string[] {
	const plain = text.replace(DISGUISE, '');
	return plain === text ? [text] : [text, plain];
}

const own = once(() =>
	indexOf(Object.entries(topics.sensitive).map(([list, words]) => [list, wordsOf(words)])),
);

/** What words and phrases say. @param text in the form of `normalise` */
export const ruledIn = (text: string): WatchedWord[] =>
	readingsOf(text).flatMap((reading) => [
		...wordsFrom(own(), reading).filter(({ category }) => !isAskedAbout(reading, category)),
		...findOffers(reading),
	]);

/** What the package itself calls sensitive. @param text in the form of `normalise` */
function sensitiveIn(text: string): SensitiveWord[] {
	const ruled = ruledIn(text);
	const { isUnlikely, like } = likenessOf(text);
	if (isUnlikely) return ruled.filter(({ category }) => FIXED.has(category));
	return ruled.length === 0 && like ? [{ ...like, isGuess: true }] : ruled;
}

/**
 * Makes a search for sensitive words: what the package knows by category, what tells of self-harm, and words of
 * the operator's own. What it gives takes what is urgent in the text, where that is known already.
 *
 * @param useOwnLists whether what the package knows counts
 * @param watched in any writing; they are compared in the form of `normalise`
 */
export function sensitiveSearch(
	useOwnLists: boolean,
	watched: readonly WatchedWord[],
	normalise: (text: string) => string,
): (text: string, urgent?: readonly Urgent[]) => SensitiveWord[] {
	const asked = indexOf(
		watched.map(({ word, category }) => [category, [normalise(word).trim()]] as const),
	);
	return (text, urgent) => {
		const found = [
			...(useOwnLists ? sensitiveIn(text) : []),
			...readingsOf(text).flatMap((reading) => wordsFrom(asked, reading)),
		];
		const danger = useOwnLists ? selfHarmWords(urgent ?? urgentInNormalised(text)) : [];
		const each = new Map(found.map((one) => [`${one.category}:${one.word}`, one]));
		return [...danger, ...each.values()];
	};
}

/** What words and phrases say, and what the likeness is judged by; for learning it. */
export function readForLearning(text: string): { plain: string; ruled: WatchedWord[] } {
	const normal = toNormal(text);
	return { plain: likenessText(normal), ruled: ruledIn(normal) };
}
