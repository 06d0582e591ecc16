import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { calculateDeadline } from './calculateDeadline.operation';
import { check } from './check.operation';
import { closeCase } from './closeCase.operation';
import { evaluate } from './evaluate.operation';
import { getReport } from './getReport.operation';
import { openCase } from './openCase.operation';
import { report } from './report.operation';

/** What the node can do, sorted by name. */
export const operations: readonly RecordOperation[] = [
	calculateDeadline,
	check,
	closeCase,
	evaluate,
	getReport,
	openCase,
	report,
];

/** The one chosen at first. */
export const defaultOperation = check;

/** Those that keep nothing: rows come by the inputs and go by the outputs. */
export const operationsOnRows: readonly RecordOperation[] = [calculateDeadline, evaluate, report];
