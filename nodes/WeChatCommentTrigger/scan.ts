import type { IPollFunctions } from 'n8n-workflow';
import type { ArticleRef } from '../shared/article/articleRef';
import { isSound, listComments, type RawComment } from '../shared/comment/comments';
import { SeenIds } from '../shared/comment/seenIds';
import type { ArticleState } from './state';

/**
 * How long a scan may end after the first page when the number of comments has not changed. The order
 * of the pages is not documented, so that every now and then all of them are read.
 */
const COMPLETE_EVERY_MS = 30 * 60_000;

/** 49 comments each; a bound against an answer that never ends. */
const MAX_PAGES = 400;

export interface Scan {
	/** Comments that have not been emitted, oldest first. */
	fresh: RawComment[];
	state: ArticleState;
	/** Why the scan ended early; what was found until then is in `fresh`. */
	error?: unknown;
}

/**
 * Reads the comments of an article and tells which are new: created since the trigger watches and not
 * emitted before. Never throws: a scan that fails half-way still gives what it has found, and because
 * ids are remembered one by one, the next scan finds the rest.
 */
export async function scanArticle(
	ctx: IPollFunctions,
	article: ArticleRef,
	before: ArticleState,
	now: number,
): Promise<Scan> {
	const seen = new SeenIds(before.seen);
	const fresh: RawComment[] = [];
	const finish = (changes: Partial<ArticleState>, error?: unknown): Scan => ({
		fresh: fresh.sort((a, b) => a.create_time - b.create_time),
		state: { ...before, scannedAt: now, seen: seen.toString(), ...changes },
		error,
	});
	try {
		let begin = 0;
		for (let page = 0; page < MAX_PAGES; page++) {
			const { total, comments } = await listComments(ctx, article, { begin });
			const found = comments.filter(
				(comment) =>
					isSound(comment) &&
					comment.create_time >= before.since &&
					!seen.has(String(comment.user_comment_id)),
			);
			for (const comment of found) {
				seen.add(String(comment.user_comment_id));
				fresh.push(comment);
			}
			begin += comments.length;
			const isUnchanged = page === 0 && found.length === 0 && total === before.total;
			if (isUnchanged && now - before.completedAt < COMPLETE_EVERY_MS) return finish({});
			if (comments.length === 0 || begin >= total) {
				return finish({ total, completedAt: now });
			}
		}
		return finish({ completedAt: now });
	} catch (error) {
		return finish({}, error);
	}
}
