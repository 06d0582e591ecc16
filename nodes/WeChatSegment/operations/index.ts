import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { chooseAudience } from './chooseAudience.operation';
import { compareRuns } from './compareRuns.operation';
import { measureLift } from './measureLift.operation';
import { score } from './score.operation';
import { tagDiff } from './tagDiff.operation';

/** What the node can do, sorted by name. */
export const operations: readonly RecordOperation[] = [
	chooseAudience,
	compareRuns,
	measureLift,
	score,
	tagDiff,
];

/** The one chosen at first. */
export const defaultOperation = score;
