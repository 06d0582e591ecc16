import type { Records } from '../../shared/records/port';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import { keywords } from '../../shared/records/tables/keywords';
import { unanswered } from '../../shared/records/tables/unanswered';
import type { Period } from '../engine/audit';
import { DEFAULT_SETTINGS } from '../engine/router';
import { Library } from './library';

/** How many messages of a period were answered when they came, and would be now. */
export interface Coverage {
	messages: number;
	before: number;
	after: number;
}

/**
 * Answers the messages of a period again with the library as it is now. Questions that it has an answer to by now are
 * marked, so that they are not proposed again.
 */
export async function tryAgain(records: Records, { from }: Period): Promise<Coverage> {
	const since = { where: { at: { from } } };
	const [rows, hits, questions] = await Promise.all([
		records.read(keywords),
		records.read(keywordHits, since),
		records.read(unanswered, since),
	]);
	const router = new Library(rows).routerFor(DEFAULT_SETTINGS);
	const isAnswered = (text: string, at: number | null): boolean =>
		router.route({ text, at: at ?? from }).status === 'matched';
	const written = hits.filter(({ text }) => text.trim() !== '');
	const answered = questions.filter(
		({ status, text, at }) => ['open', 'offered'].includes(status) && isAnswered(text, at),
	);
	await records.put(
		unanswered,
		answered.map(({ key }) => ({ key, status: 'answered' })),
	);
	return {
		messages: written.length,
		before: written.filter(({ status }) => status === 'matched').length,
		// A tap says nothing that could be looked for.
		after: written.filter(({ text, at, why }) => why === 'tapped' || isAnswered(text, at)).length,
	};
}
