import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { compareRuns } from './compareRuns.operation';
import { score } from './score.operation';
import { tagDiff } from './tagDiff.operation';

/** What the node can do, sorted by name. */
export const operations: readonly RecordOperation[] = [compareRuns, score, tagDiff];

/** The one chosen at first. */
export const defaultOperation = score;
