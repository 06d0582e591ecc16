import { randomUUID } from 'node:crypto';
import { commentKey, replyKey } from '../shared/comment/keys';
import type { Records } from '../shared/records/port';
import type { NewRow, RowOf } from '../shared/records/table';
import { comments } from '../shared/records/tables/comments';
import { sent } from '../shared/records/tables/sent';
import type { Changes, Listed } from './engine/compare';
import { articleIdOf, LEASE_MS, refOf, type Watched } from './watch';

/*
 * A comment is written down as due before it is given, and claimed as given last of all: a run that is killed in
 * between leaves it due, and the next one gives it. Once claimed it is never given again.
 */

export type CommentRow = RowOf<typeof comments>;

/** Longer ago than any article is watched. */
const LONGEST_OPEN_MS = 60 * 86_400_000;

/** What was found of an article. */
export interface Found {
	article: Watched;
	changes: Changes;
}

/** Comments that wait for an answer, and those that a killed run has left due. */
export async function openComments(records: Records, now: number): Promise<CommentRow[]> {
	return await records.read(comments, {
		where: { isOpen: true, commentedAt: { from: now - LONGEST_OPEN_MS } },
	});
}

const replied = ({ reply, repliedAt }: Listed) =>
	reply === '' ? {} : { state: 'answered', reply, repliedAt, repliedBy: 'person' };

function newRow({ article }: Found, comment: Listed, batch: string, now: number) {
	const ref = refOf(article);
	const { id, openId, content, commentedAt, isElected } = comment;
	const row: NewRow<typeof comments> = {
		key: commentKey(ref, id),
		openId,
		msgDataId: ref.msgDataId,
		articleIndex: ref.index,
		articleId: articleIdOf(article),
		articleTitle: article.title,
		articleUrl: article.url,
		userCommentId: id,
		content,
		commentedAt,
		foundAt: now,
		state: 'new',
		isOpen: true,
		isDue: true,
		batch,
		isElected,
		...replied(comment),
	};
	return row;
}

/** Answers that this package has sent and not yet noted at their comments, as a run was killed in between. */
async function sentByFlow(records: Records, keys: readonly string[]): Promise<Set<string>> {
	if (keys.length === 0) return new Set();
	const values = keys.map(replyKey);
	const rows = await records.read(sent, { among: { column: 'key', values } });
	// Ours was refused, or came after that of a person.
	const isOfPerson = ({ state, result, unsureSince }: RowOf<typeof sent>) =>
		state === 'refused' || (result.wasAnswered === true && unsureSince === null);
	const known = new Set(rows.filter((row) => !isOfPerson(row)).map(({ key }) => key));
	return new Set(keys.filter((key) => known.has(replyKey(key))));
}

/** Writes down what was found. @returns the batch under which it is due */
export async function writeFound(
	records: Records,
	found: readonly Found[],
	now: number,
): Promise<string> {
	const batch = randomUUID();
	const fresh = found.flatMap((one) =>
		one.changes.fresh.map((comment) => newRow(one, comment, batch, now)),
	);
	const answered = found.flatMap(({ changes }) => changes.answered);
	const byFlow = await sentByFlow(
		records,
		answered.map(({ key }) => key),
	);
	const changed: Array<NewRow<typeof comments>> = answered.map(({ key, comment }) =>
		byFlow.has(key)
			? { key, ...replied(comment), repliedBy: 'flow', isOpen: false }
			: { key, ...replied(comment), isDue: true, batch, foundAt: now },
	);
	for (const key of found.flatMap(({ changes }) => changes.deleted)) {
		changed.push({ key, state: 'deleted', isDue: true, batch, foundAt: now });
	}
	await records.add(comments, fresh);
	await records.put(comments, changed);
	return batch;
}

/** Batches that killed runs have left. */
export function batchesLeft(open: readonly CommentRow[], now: number): string[] {
	const left = open.filter(({ isDue, foundAt }) => isDue && (foundAt ?? 0) <= now - LEASE_MS);
	return [...new Set(left.map(({ batch }) => batch))];
}

/** Claims what is due in a batch: it is given to the flow now, and to no other run. */
export async function claimDue(
	records: Records,
	batch: string,
	now: number,
	has: { fresh: boolean; changed: boolean },
): Promise<CommentRow[]> {
	const due = { batch, isDue: true };
	const given = { isDue: false, givenAt: now };
	const isNew = { ...due, state: 'new' };
	const isChanged = { ...due, state: { not: 'new' } };
	return [
		...(has.fresh ? await records.claim(comments, isNew, given) : []),
		...(has.changed ? await records.claim(comments, isChanged, { ...given, isOpen: false }) : []),
	];
}
