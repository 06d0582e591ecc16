import type { Book } from '../book';
import { rank, type Ranked } from '../leaderboard/rank';
import type { ActivityRow } from '../row';
import { replay } from './replay';
import { bestOf, durationOf, type QuizRules } from './attempt';

/** How the answers to one question went. */
export interface QuestionResult {
	id: string;
	question: string;
	answers: number;
	right: number;
	/** Share of right answers, 0 to 1. */
	rightShare: number;
	/** Median of the milliseconds to an answer. */
	medianMs: number;
}

export interface QuizResult {
	participants: number;
	finished: number;
	ranking: Ranked[];
	questions: QuestionResult[];
}

function median(values: number[]): number {
	const sorted = [...values].sort((left, right) => left - right);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Ranking and item analysis of a quiz from its rows. Ties: score, then time taken, then who finished first. */
export function quizResult(book: Book, activityId: string, rules: QuizRules): QuizResult {
	const byPerson = new Map<string, ActivityRow[]>();
	for (const row of book.all(activityId)) {
		if (row.type !== 'quiz') continue;
		const rows = byPerson.get(row.openId);
		if (rows) rows.push(row);
		else byPerson.set(row.openId, [row]);
	}
	const times = new Map<string, number[]>();
	const right = new Map<string, number>();
	const entries = [...byPerson].flatMap(([openId, rows]) => {
		const { attempts } = replay(rows, rules);
		for (const { id, ms, isRight } of attempts.flatMap(({ answers }) => answers)) {
			const known = times.get(id);
			if (known) known.push(ms);
			else times.set(id, [ms]);
			right.set(id, (right.get(id) ?? 0) + (isRight ? 1 : 0));
		}
		const best = bestOf(attempts);
		if (!best) return [];
		const { score, askedAt } = best;
		const isFinished = best.finishedAt !== undefined;
		return [{ openId, score, ms: durationOf(best), reachedAt: askedAt, isFinished }];
	});
	return {
		participants: entries.length,
		finished: entries.filter(({ isFinished }) => isFinished).length,
		ranking: rank(entries.filter(({ isFinished }) => isFinished)),
		questions: [...rules.bank.questions.values()].map(({ id, question }) => {
			const all = times.get(id) ?? [];
			const rightCount = right.get(id) ?? 0;
			return {
				id,
				question,
				answers: all.length,
				right: rightCount,
				rightShare: all.length === 0 ? 0 : rightCount / all.length,
				medianMs: median(all),
			};
		}),
	};
}
