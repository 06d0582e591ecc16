import { condition, ifAll } from '../lib/nodes.mjs';
import { NOW_CODE } from '../lib/settings.mjs';

/** A run that has not finished after this time has broken off; another one may take over. */
const LEASE_MS = 600_000;

/** Claims made before it are void. */
export const leaseEnd = `={{ new Date(new Date(${NOW_CODE}).getTime() - ${LEASE_MS}).toISOString() }}`;

/** A row that nobody has claimed. */
export const UNCLAIMED = '1970-01-01T00:00:00.000Z';

/** Whether the row that came out of a conditional update was claimed by this run. */
export const isClaimed = () =>
	ifAll(condition('={{ $json.claimedBy }}', 'equals', '={{ $execution.id }}'));
