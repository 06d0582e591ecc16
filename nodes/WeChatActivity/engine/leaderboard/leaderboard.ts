import type { Book } from '../book';
import { dataNumber } from '../row';
import { rank, type Contender, type Ranked } from './rank';

export interface BoardRules {
	/** Only rows of these types; empty for all. */
	types: string[];
	/** Only rows from this time on, epoch milliseconds. */
	from?: number;
	/** Only rows before this time, epoch milliseconds. */
	to?: number;
}

/**
 * Ranks people by the points of their rows. Among equal points less time taken (quizzes tell it) comes first,
 * then who reached the points first. People without points are left out.
 */
export function leaderboard(book: Book, activityId: string, rules: BoardRules): Ranked[] {
	const contenders = new Map<string, Contender>();
	const types = new Set(rules.types);
	for (const row of book.all(activityId)) {
		const counts =
			row.openId !== '' &&
			(types.size === 0 || types.has(row.type)) &&
			row.at >= (rules.from ?? -Infinity) &&
			row.at < (rules.to ?? Infinity);
		if (!counts) continue;
		const { openId, points, at } = row;
		const before = contenders.get(openId) ?? { openId, score: 0, ms: 0, reachedAt: at };
		contenders.set(openId, {
			openId,
			score: before.score + points,
			ms: (before.ms ?? 0) + dataNumber(row, 'ms'),
			// Rows come by time, so the last one that changed the points is when they were reached.
			reachedAt: points === 0 ? before.reachedAt : at,
		});
	}
	return rank([...contenders.values()].filter(({ score }) => score !== 0));
}
