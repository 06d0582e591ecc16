import type { IExecuteFunctions } from 'n8n-workflow';
import { RowReader } from '../shared/rows/row';
import { choice } from './engine/policies';
import { CHANNELS, type CaseEvent, type SlaSettings } from './engine/types';

/**
 * What has come in, from the fields of the node or else from the item: `start` (or `at`), `tier`,
 * `channel`, `caseId`, `openId`, `key`.
 *
 * @throws UserInputError naming the item and the field
 */
export function triggerOf(ctx: IExecuteFunctions, item: number, settings: SlaSettings): CaseEvent {
	const { json } = ctx.getInputData()[item] ?? { json: {} };
	const field = (name: string) => String(ctx.getNodeParameter(name, item, '')).trim();
	const channel = field('channel');
	const reader = new RowReader(
		{
			...json,
			start: field('start') || (json.start ?? json.at),
			tier: field('tier') || json.tier,
			channel: channel === 'item' ? json.channel : channel,
		},
		`Item ${item + 1}`,
	);
	const at = reader.time('start', { zone: settings.calendar.zone });
	const trigger: CaseEvent = {
		key: reader.text('key', new Date(at).toISOString()),
		caseId: reader.text('caseId', reader.text('key', reader.text('openId', ''))),
		openId: reader.text('openId', ''),
		channel: choice(reader, 'channel', CHANNELS, 'chat'),
		tier: reader.text('tier', '').trim(),
		kind: 'userMessage',
		at,
		item,
	};
	if (trigger.tier !== '' && !settings.policies.find(trigger.tier, trigger.channel)) {
		throw reader.error(
			'tier',
			`is "${trigger.tier}", for which there is no policy`,
			settings.policies.advice(),
		);
	}
	return trigger;
}
