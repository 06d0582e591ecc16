import groupBy from 'lodash/groupBy';
import type { Written } from './articles';
import { partOf, shareOf } from './shares';

type Json = Record<string, unknown>;

/** Minutes until comments were answered. */
export interface CommentFigures {
	answered: number;
	open: number;
	median: number;
	p90: number;
}

const MINUTE_MS = 60_000;
const FAST_MINUTES = 120;

/** What identifies a comment, in a row of the table and as it was written. */
export const commentId = (msgDataId: unknown, userCommentId: unknown): string =>
	`${String(msgDataId)}:${String(userCommentId)}`;

/**
 * How fast comments were answered by kind, and the share of all that were within two hours. Those of readers who have left
 * since are in no table any more.
 */
export function commentFigures(
	written: readonly Written[],
	rows: readonly Json[],
): { figures: Record<string, CommentFigures>; fast: number } {
	const found = new Map(
		rows.map((row) => [commentId(row.msgDataId, row.userCommentId), row] as const),
	);
	const all = written.flatMap(({ kind, msgDataId, comment }) => {
		const row = found.get(commentId(msgDataId, comment.id));
		if (!row) return [];
		const [from = Number.NaN, to = Number.NaN] = [row.commentedAt, row.repliedAt].map((at) =>
			Date.parse(String(at)),
		);
		return [{ kind, minutes: (to - from) / MINUTE_MS, isOpen: row.isOpen === true }];
	});
	const figures = Object.entries(groupBy(all, 'kind')).map(([kind, own]) => {
		const minutes = own.map((each) => each.minutes).filter(Number.isFinite);
		const rounded = (share: number) => Math.round(partOf(minutes, share));
		const open = own.filter(({ isOpen }) => isOpen).length;
		return [kind, { answered: minutes.length, open, median: rounded(0.5), p90: rounded(0.9) }];
	});
	const fast = shareOf(all, ({ minutes }) => minutes <= FAST_MINUTES);
	return { figures: Object.fromEntries(figures) as Record<string, CommentFigures>, fast };
}
