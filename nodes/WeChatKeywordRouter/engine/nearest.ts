import { isLive } from './library';
import { DEFAULT_SETTINGS, type Router } from './router';
import type { Keyword, Outcome, RouterSettings } from './types';

/** An entry of the library, as it is told to a model. */
export interface Entry {
	keyword: string;
	reply: string;
}

/** What a router needs to be made. */
interface Answering {
	readonly keywords: readonly Keyword[];
	routerFor(settings: RouterSettings): Router;
}

/** Keywords that may be meant, the surest first. */
function meant(outcome: Outcome): Keyword[] {
	if (outcome.status === 'matched') {
		return [outcome.best, ...outcome.also].map(({ keyword }) => keyword);
	}
	if (outcome.status === 'candidates') return outcome.candidates.map(({ keyword }) => keyword);
	return outcome.best ? [outcome.best.keyword] : [];
}

/**
 * Entries of the library for a question: those that may be meant, then the others, as a small library tells more than a
 * search in it does.
 *
 * @param mostCharacters of all replies together
 */
export function entriesFor(
	question: string,
	library: Answering,
	at: number,
	mostCharacters: number,
): Entry[] {
	const found = meant(library.routerFor(DEFAULT_SETTINGS).route({ text: question, at }));
	const entries: Entry[] = [];
	let room = mostCharacters;
	for (const keyword of new Set([...found, ...library.keywords])) {
		const reply = keyword.replies[0] ?? '';
		if (!isLive(keyword, at) || reply === '') continue;
		room -= reply.length + keyword.keyword.length;
		if (room < 0) break;
		entries.push({ keyword: keyword.keyword, reply });
	}
	return entries;
}
