import type { Written } from './articles';
import { partOf } from './shares';
import type { CommentKind } from './texts';

type Json = Record<string, unknown>;

/** Minutes until comments were answered. */
export interface CommentFigures {
	answered: number;
	open: number;
	median: number;
	p90: number;
}

/** What became of a comment. */
export interface Answered {
	kind: CommentKind;
	openId: string;
	/** Until it was answered; not a number when it was not. */
	minutes: number;
	isOpen: boolean;
	isElected: boolean;
	/** `flow` or `person`; '' when it was not answered. */
	by: string;
}

const MINUTE_MS = 60_000;

/** What identifies a comment, in a row of the table and as it was written. */
export const commentId = (msgDataId: unknown, userCommentId: unknown): string =>
	`${String(msgDataId)}:${String(userCommentId)}`;

/** What the table knows of the comments that were written. Those of readers who have left since are in no table any more. */
export function answersTo(written: readonly Written[], rows: readonly Json[]): Answered[] {
	const found = new Map(
		rows.map((row) => [commentId(row.msgDataId, row.userCommentId), row] as const),
	);
	return written.flatMap(({ kind, msgDataId, comment }) => {
		const row = found.get(commentId(msgDataId, comment.id));
		if (!row) return [];
		const [from = Number.NaN, to = Number.NaN] = [row.commentedAt, row.repliedAt].map((at) =>
			Date.parse(String(at)),
		);
		return {
			kind,
			openId: comment.openId ?? '',
			minutes: (to - from) / MINUTE_MS,
			isOpen: row.isOpen === true,
			isElected: row.isElected === true,
			by: String(row.repliedBy ?? ''),
		};
	});
}

/** How fast some comments were answered, and how many still wait. */
export function commentFigures(answers: readonly Answered[]): CommentFigures {
	const minutes = answers.map((each) => each.minutes).filter(Number.isFinite);
	const rounded = (share: number) => Math.round(partOf(minutes, share));
	const open = answers.filter(({ isOpen }) => isOpen).length;
	return { answered: minutes.length, open, median: rounded(0.5), p90: rounded(0.9) };
}
