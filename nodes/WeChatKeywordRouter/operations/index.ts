import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { addKeyword } from './addKeyword.operation';
import { approve } from './approve.operation';
import { audit } from './audit.operation';
import { learn } from './learn.operation';
import { propose } from './propose.operation';
import { route } from './route.operation';

/** In the order of the list. */
export const operations: readonly RecordOperation[] = [
	addKeyword,
	approve,
	audit,
	learn,
	propose,
	route,
];

export const defaultOperation = route;
