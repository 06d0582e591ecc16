import { before, slaFields, TIME } from '../lib/service.mjs';

/** Nodes that expressions of several sections name. */
export const MORNING = 'Every morning at nine';
export const POLICIES = 'Response times';
export const FINDINGS = 'Known findings';
export const CASES = 'Rows of cases';

/** Cases that are older are over, one way or the other. */
export const KEPT_DAYS = 8;

/** Fields of WeChat SLA that the sweep and the report share. */
export const hoursAndNow = {
	...slaFields(POLICIES),
	storedRowsFrom: 'json',
	storedRows: `={{ $('${FINDINGS}').all() }}`,
	options: { now: `={{ ${TIME} }}` },
};
/** Condition of a table: not older than some days. */
export const since = (days) => [['at', 'gt', `={{ ${before({ days })} }}`]];
