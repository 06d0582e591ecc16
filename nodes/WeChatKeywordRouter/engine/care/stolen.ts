import type { Router } from '../router';
import type { Keyword } from '../types';

/** Words of one keyword that are not answered by it. */
export interface Stolen {
	keyword: Keyword;
	/** The keyword that answers them; undefined where they lead to a person. */
	by: Keyword | undefined;
	phrases: string[];
}

/** Words that followers would use: a pattern with * is none. */
const phrasesOf = ({ keyword, variants, questions }: Keyword): string[] =>
	[keyword, ...variants, ...questions].filter((phrase) => !phrase.includes('*'));

/**
 * Asks the library its own words: whose keyword, variant or question another keyword answers is never shown. What
 * two keywords claim in the same words is a contradiction and told as such.
 *
 * @param at epoch milliseconds; what is not valid then takes part in nothing
 */
export function stolenWords(
	keywords: readonly Keyword[],
	router: Pick<Router, 'route'>,
	at: number,
): Stolen[] {
	const owners = new Map<string, Set<string>>();
	for (const keyword of keywords) {
		for (const phrase of phrasesOf(keyword)) {
			owners.set(phrase, (owners.get(phrase) ?? new Set()).add(keyword.id));
		}
	}
	return keywords.flatMap((keyword) => {
		const found = new Map<string, Stolen>();
		for (const phrase of phrasesOf(keyword)) {
			const outcome = router.route({ text: phrase, at });
			if (outcome.status === 'candidates') continue;
			const by = outcome.status === 'matched' ? outcome.best.keyword : undefined;
			const isOwn = by?.id === keyword.id;
			if (isOwn || (by && owners.get(phrase)?.has(by.id))) continue;
			const known = found.get(by?.id ?? '');
			if (known) known.phrases.push(phrase);
			else found.set(by?.id ?? '', { keyword, by, phrases: [phrase] });
		}
		return [...found.values()];
	});
}
