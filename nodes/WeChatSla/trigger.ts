import type { IExecuteFunctions } from 'n8n-workflow';
import { RowReader } from '../shared/rows/row';
import { choice, tierOf } from './engine/policies';
import { CHANNELS, type CaseEvent } from './engine/types';
import type { SlaSettings } from './engine/slaSettings';

/**
 * What has come in, from the fields of the node or else from the item: `start` (or `at`), `tier`,
 * `channel`, `caseId`, `openId`, `key`.
 *
 * @throws UserInputError naming the item and the field
 */
export function triggerOf(ctx: IExecuteFunctions, item: number, settings: SlaSettings): CaseEvent {
	const { json } = ctx.getInputData()[item] ?? { json: {} };
	const field = (name: string) => String(ctx.getNodeParameter(name, item, '')).trim();
	const chosen = field('channel');
	const reader = new RowReader(
		{
			...json,
			start: field('start') || (json.start ?? json.at),
			tier: field('tier') || json.tier,
			channel: chosen === 'item' ? json.channel : chosen,
		},
		`Item ${item + 1}`,
	);
	const at = reader.time('start', { zone: settings.calendar.zone });
	const channel = choice(reader, 'channel', CHANNELS, 'chat');
	const key = reader.text('key', '');
	const openId = reader.text('openId', '');
	return {
		key: key || new Date(at).toISOString(),
		// As in the rows of cases: a conversation belongs to its person, a comment stands alone.
		caseId: reader.text('caseId', (channel === 'chat' && openId) || key),
		openId,
		channel,
		tier: tierOf(reader, channel, settings.policies),
		kind: 'userMessage',
		at,
		item,
	};
}
