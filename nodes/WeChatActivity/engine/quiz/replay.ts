import { MINUTE_MS } from '../../../shared/calendar/days';
import { answerWords, isWordless, namesIn, type Choices } from '../../../shared/commands/choices';
import { wantsNoMore } from '../../../shared/commands/wishes';
import { SeededRandom } from '../random';
import { dataText, staleRowError, type ActivityRow } from '../row';
import type { Window } from '../step';
import type { Bank, Question } from './bank';

export interface QuizRules extends Window {
	bank: Bank;
	/** Messages that start or resume. */
	startWords: string[];
	/** Messages that pause: until the next start word nothing is an answer. */
	pauseWords?: string[];
	/** Questions of one attempt; 0 for the whole bank. */
	questionCount: number;
	/** Seconds to answer one question; 0 for any time. */
	secondsPerQuestion: number;
	attempts: number;
	shufflesQuestions: boolean;
	shufflesOptions: boolean;
	/** What the orders follow from. */
	seed: string;
}

export type QuizOutcome =
	| 'alreadyFinished'
	| 'notAnAnswer'
	| 'notStarted'
	| 'paused'
	| 'resumed'
	| 'right'
	| 'started'
	| 'timeUp'
	| 'wrong';

/** A question as one person sees it. */
export interface Asked {
	question: Question;
	/** In the order shown. */
	choices: Choices;
	/** Position of the right choice in that order; -1 for a question that is answered in words. */
	right: number;
}

export interface Answered {
	id: string;
	isRight: boolean;
	isLate: boolean;
	/** Milliseconds from question to answer. */
	ms: number;
	points: number;
}

export interface Attempt {
	questions: Asked[];
	answers: Answered[];
	startedAt: number;
	askedAt: number;
	/** When the quiz last spoke: asked, or was taken up again. */
	spokenAt: number;
	finishedAt?: number;
	score: number;
}

export interface QuizState {
	attempts: Attempt[];
	outcomes: Map<string, QuizOutcome>;
	/** The answer that an event gave. */
	answered: Map<string, Answered>;
}

/** Which questions an attempt asks, in order; follows from the row that starts it. */
export function questionsFor(key: string, rules: QuizRules): string[] {
	const ids = [...rules.bank.questions.keys()];
	const count = rules.questionCount > 0 ? Math.min(rules.questionCount, ids.length) : ids.length;
	return rules.shufflesQuestions
		? new SeededRandom(rules.seed, `${key}|questions`).sample(ids, count)
		: ids.slice(0, count);
}

function ask(row: ActivityRow, id: string, rules: QuizRules): Asked {
	const question = rules.bank.questions.get(id);
	if (!question) {
		throw staleRowError(
			row,
			`names the question "${id}", which is not in 'Questions'`,
			'Keep the questions of an activity until it is over.',
		);
	}
	const { choices, right } = question;
	if (!rules.shufflesOptions) return { question, choices, right };
	const order = new SeededRandom(rules.seed, `${row.key}|${id}`).sample([...choices.texts.keys()]);
	return { question, choices: choices.inOrder(order), right: order.indexOf(right) };
}

function idsOf(row: ActivityRow): string[] {
	const { questions } = row.data;
	return Array.isArray(questions) ? questions.map(String) : [];
}

/**
 * For so long after the quiz has spoken whatever is said is for the quiz. Who leaves it and comes back with a question of
 * another kind is not playing any more; a choice, or its letter, is an answer at any time.
 */
const LISTENS_MS = 10 * MINUTE_MS;

/** Whether somebody is in the middle of a quiz, and not away from it. */
export const isPlaying = ({ finishedAt, spokenAt }: Attempt, at: number): boolean =>
	finishedAt === undefined && at - spokenAt <= LISTENS_MS;

/** Whether a text is right; undefined when it is no answer at all. */
function judge(text: string, { question, choices, right }: Asked): boolean | undefined {
	if (right < 0) {
		const accepted = question.answers.map(answerWords);
		if (namesIn(answerWords(text)).some((name) => accepted.includes(name))) return true;
		return isWordless(text) || wantsNoMore(text) ? undefined : false;
	}
	const position = choices.find(text);
	return position === undefined ? undefined : position === right;
}

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

/** Milliseconds that an attempt has taken up to its last answer. */
export const durationOf = ({ startedAt, askedAt }: Attempt): number => askedAt - startedAt;

/** The attempt that counts: highest score, then least time, then first. */
export function bestOf(attempts: Attempt[]): Attempt | undefined {
	return attempts.reduce<Attempt | undefined>((best, attempt) => {
		if (!best || attempt.score > best.score) return attempt;
		const isFaster =
			attempt.score === best.score &&
			attempt.finishedAt !== undefined &&
			(best.finishedAt === undefined || durationOf(attempt) < durationOf(best));
		return isFaster ? attempt : best;
	}, undefined);
}
