import type { Interaction } from './interactions';
import { isComment, isCommentAnswer } from './kinds';

/** A comment and when it was answered; undefined while it has not been. */
export interface Comment {
	at: number;
	answeredAt?: number;
	/** By a person. */
	personAnsweredAt?: number;
}

/**
 * The comments, each with its first answer: that of its own row, or of a row that names the comment.
 *
 * @param rows in order of time
 */
export function commentsOf(rows: readonly Interaction[]): Comment[] {
	const byKey = new Map<string, Comment>();
	for (const row of rows) {
		if (!isComment(row) || byKey.has(row.comment)) continue;
		const { at, repliedAt } = row;
		byKey.set(row.comment, { at, answeredAt: repliedAt, personAnsweredAt: repliedAt });
	}
	for (const { comment, at, isAuto } of rows.filter(isCommentAnswer)) {
		const known = byKey.get(comment);
		if (!known) continue;
		known.answeredAt = Math.min(at, known.answeredAt ?? at);
		if (!isAuto) known.personAnsweredAt = Math.min(at, known.personAnsweredAt ?? at);
	}
	return [...byKey.values()];
}
