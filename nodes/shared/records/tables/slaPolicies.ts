import { defineTable } from '../table';

/**
 * How fast has to be answered, by tier; of a case with several tiers the policy that comes first counts. A person
 * edits it.
 */
export const slaPolicies = defineTable({
	name: 'sla_policies',
	holds: 'minutes within which each tier is answered',
	columns: {
		tier: 'text',
		/** Name of the tier in notices and reports. */
		label: 'text',
		/** `chat` or `comment`; empty for both. */
		channel: 'text',
		/** Minutes of business time; 0 or empty for no target. */
		firstResponse: 'number',
		nextResponse: 'number',
		resolution: 'number',
	},
	examples: [
		{ key: 'policy:vip', tier: 'vip', label: 'VIP', firstResponse: 30, nextResponse: 30 },
		{
			key: 'policy:negative',
			tier: 'negative',
			label: '投诉',
			firstResponse: 30,
			nextResponse: 60,
		},
		{ key: 'policy:other', tier: 'other', label: '其他', firstResponse: 120, nextResponse: 120 },
	],
});
