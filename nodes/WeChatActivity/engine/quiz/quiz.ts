import { cutText } from '../../../shared/text/longest';
import { byTime, pointsOf, type Book } from '../book';
import { letterOf } from '../../../shared/commands/choices';
import { Commands } from '../../../shared/commands/commands';
import { tierOf, type Tier } from '../points/tiers';
import { dataNumber, type ActivityRow, type RowData } from '../row';
import { windowStatus, type ActivityEvent, type Step, type Values } from '../step';
import { replay } from './replay';
import { questionsFor } from './asking';
import {
	isPlaying,
	bestOf,
	durationOf,
	type Asked,
	type Attempt,
	type QuizOutcome,
	type QuizRules,
	type QuizState,
} from './attempt';

export type QuizStatus =
	| 'alreadyFinished'
	| 'asking'
	| 'closed'
	| 'finished'
	| 'notOpen'
	| 'notStarted'
	| 'paused';

export interface QuizStep extends Step<QuizStatus> {
	outcome: QuizOutcome | 'outside';
	/** Whether the message belongs to the quiz; the others are for the rest of the flow. */
	handled: boolean;
}

/** Whether a text is one of those that start the quiz. */
export const isStart = (text: string, { startWords }: QuizRules): boolean =>
	new Commands(startWords).isCalledBy(text);

/** Whether a text is one of those that pause it. */
export const isPause = (text: string, { pauseWords = [] }: QuizRules): boolean =>
	new Commands(pauseWords).isCalledBy(text);

const quizRows = (rows: ActivityRow[]) => rows.filter(({ type }) => type === 'quiz');

function questionValues(attempt: Attempt | undefined, rules: QuizRules): Values {
	const asked =
		attempt?.finishedAt === undefined ? attempt?.questions[attempt.answers.length] : undefined;
	return {
		number: asked ? (attempt?.answers.length ?? 0) + 1 : 0,
		count: attempt?.questions.length ?? 0,
		question: asked?.question.question ?? '',
		options: asked?.choices.toString() ?? '',
		lastLetter: letterOf(Math.max(0, (asked?.choices.texts.length ?? 0) - 1)),
		secondsPerQuestion: rules.secondsPerQuestion,
	};
}

function answerText({ question, right }: Asked): string {
	const [answer = ''] = question.answers;
	return right < 0 ? answer : `${letterOf(right)}. ${answer}`;
}

/** What the last answer was worth and what would have been right. */
function feedbackValues(key: string, state: QuizState): Values {
	const answered = state.answered.get(key);
	const asked = state.attempts
		.flatMap(({ questions }) => questions)
		.find(({ question }) => question.id === answered?.id);
	return {
		points: answered?.points ?? 0,
		answer: asked ? answerText(asked) : '',
		explanation: asked?.question.explanation ?? '',
	};
}

function scoreValues(attempts: Attempt[], tiers: Tier[]): Values {
	const best = bestOf(attempts);
	return {
		score: best?.score ?? 0,
		correct: best?.answers.filter(({ isRight }) => isRight).length ?? 0,
		seconds: best ? Math.round(durationOf(best) / 1_000) : 0,
		attemptsUsed: attempts.length,
		...tierOf(best?.score ?? 0, tiers),
	};
}

const SPEECH: Record<QuizOutcome, 'feedback' | 'none' | 'onlyStatus'> = {
	alreadyFinished: 'onlyStatus',
	notAnAnswer: 'feedback',
	notStarted: 'none',
	paused: 'onlyStatus',
	resumed: 'feedback',
	right: 'feedback',
	started: 'feedback',
	timeUp: 'feedback',
	wrong: 'feedback',
};

function statusOf(outcome: QuizOutcome, attempt: Attempt | undefined): QuizStatus {
	if (outcome === 'notStarted') return 'notStarted';
	if (outcome === 'alreadyFinished' || outcome === 'paused') return outcome;
	return attempt?.finishedAt === undefined ? 'asking' : 'finished';
}

/** Texts of a reply, in order: what the answer was, then the next question or the result. */
export function speechOf({ status, outcome }: QuizStep): string[] {
	if (outcome === 'outside') return [status];
	const kind = SPEECH[outcome];
	if (kind === 'none') return [];
	return kind === 'onlyStatus' ? [status] : [outcome, status];
}

function outside(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	rules: QuizRules,
	tiers: Tier[],
	status: 'closed' | 'notOpen',
): QuizStep {
	const rows = quizRows(book.of(event.openId, activityId));
	const state = replay(rows, rules);
	const last = state.attempts.at(-1);
	const plays = last !== undefined && isPlaying(last, event.at);
	const handled = isStart(event.text, rules) || (plays && rules.bank.takes(event.text));
	return {
		status: handled ? status : 'notStarted',
		outcome: handled ? 'outside' : 'notStarted',
		handled,
		values: {
			...questionValues(state.attempts.at(-1), rules),
			...feedbackValues('', state),
			...scoreValues(state.attempts, tiers),
		},
		rows: [],
	};
}

function dataOf(key: string, { text }: ActivityEvent, rules: QuizRules): RowData {
	if (isStart(text, rules)) return { act: 'start', questions: questionsFor(key, rules) };
	if (isPause(text, rules)) return { act: 'pause' };
	return { act: 'answer', text: cutText(text.trim(), 100) };
}

/** What was known when a message was answered, so that it gets the same answer again: rows by time, up to its own. */
const until = (key: string, rows: ActivityRow[]): ActivityRow[] =>
	rows.slice(0, rows.findIndex((row) => row.key === key) + 1);

/**
 * Takes a chat message: a start word starts or resumes, an answer is judged and the next question asked, after
 * the last one the result comes. Key `activity|openId|quiz|event`, so a message that is delivered again changes
 * nothing and gives the same answer. Score and time follow from all messages by time, whatever order they come in.
 *
 * @throws UserInputError when a row names a question that is no longer in the bank
 */
export function handleMessage(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	rules: QuizRules,
	tiers: Tier[],
): QuizStep {
	const window = windowStatus(event.at, rules);
	if (window !== 'open') return outside(book, activityId, event, rules, tiers, window);
	const key = `${activityId}|${event.openId}|quiz|${event.key}`;
	const rows = book.of(event.openId, activityId);
	const own = quizRows(rows);
	const isKnown = book.get(key) !== undefined;
	const starts = isStart(event.text, rules);
	const pauses = !starts && isPause(event.text, rules);
	const isStored = !isKnown && (starts || pauses || rules.bank.takes(event.text));
	const data = dataOf(key, event, rules);
	const { openId, at } = event;
	const draft = { key, activityId, openId, type: 'quiz', points: 0, data, at };
	const state = replay(isKnown ? until(key, own) : [...own, draft].sort(byTime), rules);
	const outcome = state.outcomes.get(key) ?? 'notStarted';
	const current = state.attempts.at(-1);
	const best = bestOf(state.attempts);
	// Each row carries what is missing to the score and the time of the whole.
	const points = (best?.score ?? 0) - pointsOf(own);
	const ms =
		(best ? durationOf(best) : 0) - own.reduce((sum, row) => sum + dataNumber(row, 'ms'), 0);
	return {
		status: statusOf(outcome, current),
		outcome,
		handled: outcome !== 'notStarted' && (outcome !== 'alreadyFinished' || starts || isKnown),
		values: {
			...questionValues(current, rules),
			...feedbackValues(key, state),
			...scoreValues(state.attempts, tiers),
			balance: pointsOf(isKnown ? until(key, rows) : rows) + (isStored ? points : 0),
		},
		rows: isStored ? [{ ...draft, points, data: { ...data, ms } }] : [],
	};
}
