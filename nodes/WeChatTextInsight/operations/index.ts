import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { analyze } from './analyze.operation';
import { hotWords } from './hotWords.operation';
import { train } from './train.operation';

/** In the order of the list. */
export const operations: readonly RecordOperation[] = [analyze, hotWords, train];

export const defaultOperation = analyze;
