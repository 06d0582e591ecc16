import { wantsNoMore } from '../../../shared/commands/wishes';
import { dataText, type ActivityRow } from '../row';
import { ask, idsOf, judge } from './asking';
import {
	isPlaying,
	type Attempt,
	type QuizOutcome,
	type QuizRules,
	type QuizState,
} from './attempt';

class Replay {
	readonly state: QuizState = { attempts: [], outcomes: new Map(), answered: new Map() };

	constructor(private readonly rules: QuizRules) {}

	private isPaused = false;

	apply(row: ActivityRow): void {
		this.state.outcomes.set(row.key, this.outcomeOf(row));
	}

	private outcomeOf(row: ActivityRow): QuizOutcome {
		const act = dataText(row, 'act');
		if (act === 'start') return this.start(row);
		return act === 'pause' ? this.pause() : this.answer(row);
	}

	private pause(): QuizOutcome {
		if (!this.running) return 'notStarted';
		this.isPaused = true;
		return 'paused';
	}

	private get running(): Attempt | undefined {
		const last = this.state.attempts.at(-1);
		return last?.finishedAt === undefined ? last : undefined;
	}

	private start(row: ActivityRow): QuizOutcome {
		const { running, state, rules } = this;
		if (running && this.isPaused) {
			this.isPaused = false;
			running.askedAt = row.at;
			running.spokenAt = row.at;
			return 'resumed';
		}
		if (running) {
			running.spokenAt = row.at;
			return this.isLate(running, row.at) ? this.timeOut(running, row) : 'resumed';
		}
		if (state.attempts.length >= rules.attempts) return 'alreadyFinished';
		const questions = idsOf(row).map((id) => ask(row, id, rules));
		const { at } = row;
		const times = { startedAt: at, askedAt: at, spokenAt: at };
		const attempt: Attempt = { questions, answers: [], ...times, score: 0 };
		state.attempts.push(attempt);
		return 'started';
	}

	private answer(row: ActivityRow): QuizOutcome {
		const { running, state } = this;
		if (this.isPaused) return 'notStarted';
		if (!running) return state.attempts.length > 0 ? 'alreadyFinished' : 'notStarted';
		const asked = running.questions[running.answers.length];
		const text = dataText(row, 'text');
		const isRight = asked && judge(text, asked);
		// Who wants no more messages is not asked for a letter.
		if (isRight === undefined && wantsNoMore(text)) return 'notStarted';
		const isChoice = isRight !== undefined && (asked?.right ?? -1) >= 0;
		if (!isChoice && !isPlaying(running, row.at)) return 'notStarted';
		if (this.isLate(running, row.at)) return this.timeOut(running, row);
		if (isRight === undefined) return 'notAnAnswer';
		this.note(running, row, isRight, false);
		return isRight ? 'right' : 'wrong';
	}

	private isLate(attempt: Attempt, at: number): boolean {
		const { secondsPerQuestion } = this.rules;
		return secondsPerQuestion > 0 && at - attempt.askedAt > secondsPerQuestion * 1_000;
	}

	private timeOut(attempt: Attempt, row: ActivityRow): QuizOutcome {
		this.note(attempt, row, false, true);
		return 'timeUp';
	}

	private note(attempt: Attempt, row: ActivityRow, isRight: boolean, isLate: boolean): void {
		const question = attempt.questions[attempt.answers.length]?.question;
		if (!question) return;
		const points = isRight ? question.points : 0;
		const answer = { id: question.id, isRight, isLate, ms: row.at - attempt.askedAt, points };
		attempt.answers.push(answer);
		attempt.score += points;
		attempt.askedAt = row.at;
		attempt.spokenAt = row.at;
		if (attempt.answers.length === attempt.questions.length) attempt.finishedAt = row.at;
		this.state.answered.set(row.key, answer);
	}
}

/** Where the messages of one person lead. `rows` are those of type `quiz`, by time. */
export function replay(rows: ActivityRow[], rules: QuizRules): QuizState {
	const run = new Replay(rules);
	for (const row of rows) run.apply(row);
	return run.state;
}
