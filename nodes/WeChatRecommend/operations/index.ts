import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { evaluate } from './evaluate.operation';
import { recommend } from './recommend.operation';

/** What the node can do, sorted by name. */
export const operations: readonly RecordOperation[] = [evaluate, recommend];

/** The one chosen at first. */
export const defaultOperation = recommend;
