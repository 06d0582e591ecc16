import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { answer } from './answer.operation';
import { calculateDeadline } from './calculateDeadline.operation';
import { check } from './check.operation';
import { closeCase } from './closeCase.operation';
import { evaluate } from './evaluate.operation';
import { getReport } from './getReport.operation';
import { openCase } from './openCase.operation';
import { report } from './report.operation';
import { showInbox } from './showInbox.operation';

/** What the node can do, sorted by name. */
export const operations: readonly RecordOperation[] = [
	answer,
	calculateDeadline,
	check,
	closeCase,
	evaluate,
	getReport,
	openCase,
	report,
	showInbox,
];

/** The one chosen at first. */
export const defaultOperation = check;

/** Those that keep nothing: rows come by the inputs and go by the outputs. */
export const operationsOnRows: readonly RecordOperation[] = [calculateDeadline, evaluate, report];
