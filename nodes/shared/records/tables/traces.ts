import { createHash } from 'node:crypto';
import { defineTable } from '../table';

/**
 * What is left of people who were deleted: that limits hold when they come back, and that what arrives late does
 * not bring them back. No row names anybody; `key` is a hash that only somebody who has the OpenID can find.
 */
export const traces = defineTable({
	name: 'traces',
	holds: 'limits that outlive a deletion, without names',
	columns: {
		/** When the person left; what happened before is over. */
		leftAt: 'time',
		/** How often somebody had something of which there is a limit, by its name. */
		limits: 'json',
		/** QR scene by which the person had come, for the figures of the channel. */
		scene: 'text',
		/** Whether the person had ever written or tapped. */
		hasSpoken: 'flag',
		/** Whether the person had ever ordered. */
		hasOrdered: 'flag',
	},
	indexes: [['leftAt'], ['scene']],
});

/** The key of the trace of a person. @param appId of the account, so that no two accounts share a trace */
export const traceKey = (appId: string, openId: string): string =>
	`trace:${createHash('sha256').update(appId).update(openId).digest('hex')}`;
