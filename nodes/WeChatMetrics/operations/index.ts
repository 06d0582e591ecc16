import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { buildPage } from './buildPage.operation';
import { calculate } from './calculate.operation';
import { collect } from './collect.operation';
import { detectAlerts } from './detectAlerts.operation';
import { findAlerts } from './findAlerts.operation';
import { reportMenu } from './reportMenu.operation';
import { showPage } from './showPage.operation';

/** What the node can do, sorted by name. */
export const operations: readonly RecordOperation[] = [
	buildPage,
	calculate,
	collect,
	detectAlerts,
	findAlerts,
	reportMenu,
	showPage,
];

/** The one chosen at first. */
export const defaultOperation = calculate;

/** Those that keep nothing: rows come by the inputs and go by the outputs. */
export const operationsOnRows: readonly RecordOperation[] = [buildPage, calculate, detectAlerts];
