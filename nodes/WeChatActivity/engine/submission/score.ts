import type { Book } from '../book';
import type { ActivityRow } from '../row';
import type { Step } from '../step';

/** One line of a rubric. */
export interface Criterion {
	name: string;
	/** Highest score. */
	max: number;
	/** Share of the whole, relative to the other criteria. */
	weight: number;
}

export type Scores = Record<string, number>;

/** Scores of one judge by a rubric, as a number from 0 to 100. */
export function weightedScore(scores: Scores, rubric: Criterion[]): number {
	const weights = rubric.reduce((sum, { weight }) => sum + weight, 0);
	const sum = rubric.reduce(
		(total, { name, max, weight }) => total + ((scores[name] ?? 0) / max) * weight,
		0,
	);
	return weights === 0 ? 0 : (sum / weights) * 100;
}

function scoresOf({ data: { scores } }: ActivityRow): Scores {
	if (typeof scores !== 'object' || scores === null) return {};
	return Object.fromEntries(
		Object.entries(scores).filter(([, value]) => typeof value === 'number'),
	);
}

/** Mean of the judges, each with the last score given. `rows` are those of one submission, by time. */
export function meanScore(
	rows: ActivityRow[],
	rubric: Criterion[],
): { score: number; judges: number } {
	const byJudge = new Map<string, number>();
	for (const row of rows) {
		byJudge.set(String(row.data.judge ?? ''), weightedScore(scoresOf(row), rubric));
	}
	const scores = [...byJudge.values()];
	const sum = scores.reduce((total, score) => total + score, 0);
	return { score: scores.length === 0 ? 0 : sum / scores.length, judges: scores.length };
}

/**
 * Scores a submission by a rubric. Key `submission|score|judge|event`; the last score of a judge counts.
 *
 * @param submission the row of the submission
 */
export function score(
	book: Book,
	submission: ActivityRow,
	event: { key: string; at: number },
	judge: string,
	scores: Scores,
	rubric: Criterion[],
): Step<'scored'> {
	const { key: subject, activityId, openId } = submission;
	const key = `${subject}|score|${judge}|${event.key}`;
	const data = { submission: subject, judge, scores };
	const draft = { key, activityId, openId, type: 'score', points: 0, data, at: event.at };
	const isKnown = book.get(key) !== undefined;
	if (!isKnown) book.add(draft);
	const own = book
		.of(openId, activityId)
		.filter((row) => row.type === 'score' && row.data.submission === subject);
	const mean = meanScore(own, rubric);
	return {
		status: 'scored',
		values: {
			points: 0,
			submission: subject,
			author: openId,
			judge,
			judgeScore: round(weightedScore(scores, rubric)),
			score: round(mean.score),
			judges: mean.judges,
		},
		rows: isKnown ? [] : [draft],
	};
}

const round = (value: number) => Math.round(value * 100) / 100;
