import { MINUTE_MS } from '../../../shared/calendar/days';
import type { Choices } from '../../../shared/commands/choices';
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

/**
 * For so long after the quiz has spoken whatever is said is for the quiz. Who leaves it and comes back with a question of
 * another kind is not playing any more; a choice, or its letter, is an answer at any time.
 */
const LISTENS_MS = 10 * MINUTE_MS;

/** Whether somebody is in the middle of a quiz, and not away from it. */
export const isPlaying = ({ finishedAt, spokenAt }: Attempt, at: number): boolean =>
	finishedAt === undefined && at - spokenAt <= LISTENS_MS;

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
