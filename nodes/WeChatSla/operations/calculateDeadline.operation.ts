import { forEachItem } from '../../shared/engagement/outputs';
import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import { UserInputError } from '../../shared/inputError';
import { field, optionalText, valuesOf, type ValuesOf } from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { deadlineOf } from '../engine/deadline';
import { triggerOf } from '../engine/trigger';
import { METRICS } from '../../shared/sla/types';
import { channelField } from '../fields/channel';
import { policies } from '../fields/policies';
import { settingsFields, settingsOf } from '../fields/settings';

const fields = {
	start: field(
		{
			displayName: 'Start',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-11-24T09:00:00+08:00',
			description: "When it came in. Leave empty to take 'start' or 'at' of the item.",
		},
		(value) => (String(value ?? '').trim() === '' ? undefined : value),
	),
	tier: optionalText('Tier', {
		placeholder: 'e.g. vip',
		description: "Leave empty to take 'tier' of the item. Several are separated by commas.",
	}),
	channel: channelField("Take 'channel' of the item, and chat when it has none"),
	metrics: field(
		{
			displayName: 'Deadlines',
			type: 'multiOptions',
			options: [
				{ name: 'First Response', value: 'firstResponse' },
				{ name: 'Next Response', value: 'nextResponse' },
				{ name: 'Resolution', value: 'resolution' },
			],
			default: ['firstResponse'],
			description: 'Every deadline is an item of its own',
		},
		(value) => {
			const chosen: unknown[] = Array.isArray(value) ? value : [value];
			return METRICS.filter((metric) => chosen.includes(metric));
		},
	),
	policies,
	...settingsFields,
};

/** The first item decides about policies, hours and options; *Now* is that of each item. */
function run({ ctx, outputs }: RowRun, first: ValuesOf<typeof fields>): void {
	const started = Date.now();
	const settings = settingsOf(first, first.policies(ctx), first.options.now ?? started);
	forEachItem(ctx, outputs, (itemIndex, { json }) => {
		const values = valuesOf(fields, parametersOf(ctx, itemIndex));
		const trigger = triggerOf(json, itemIndex, values, settings);
		for (const metric of values.metrics) {
			const now = values.options.now ?? started;
			const decision = deadlineOf(trigger, metric, { ...settings, now });
			if (!decision) {
				throw new UserInputError(
					`[Item ${itemIndex + 1}] 'Policies' have no target '${metric}' for the tier "${trigger.tier || settings.defaultTier}"`,
					"Enter its minutes in the policy, or leave it out of 'Deadlines'.",
				);
			}
			outputs.add(0, { ...decision }, itemIndex);
		}
	});
}

/** Keeps nothing: tells by when what an item stands for has to be answered. */
export const calculateDeadline = rowOperation({
	option: {
		name: 'Calculate Deadline',
		value: 'calculateDeadline',
		action: 'Calculate deadline',
		description:
			'Find out by when a message or comment has to be answered, without keeping anything',
	},
	fields,
	outputs: ['Deadlines'],
	run,
});
