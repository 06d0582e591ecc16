import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { checkAnswer } from './checkAnswer.operation';
import { getLeftBehind } from './getLeftBehind.operation';
import { takeQuestion } from './takeQuestion.operation';

/** In the order of the list. */
export const operations: readonly RecordOperation[] = [checkAnswer, getLeftBehind, takeQuestion];

export const defaultOperation = takeQuestion;
