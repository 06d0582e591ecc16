import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { checkAnswer } from './checkAnswer.operation';
import { getLeftBehind } from './getLeftBehind.operation';
import { screen } from './screen.operation';
import { takeQuestion } from './takeQuestion.operation';

/** In the order of the list. */
export const operations: readonly RecordOperation[] = [
	checkAnswer,
	getLeftBehind,
	screen,
	takeQuestion,
];

export const defaultOperation = takeQuestion;
