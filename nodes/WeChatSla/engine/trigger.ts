import { RowReader, type Row } from '../../shared/rows/row';
import { choice, tierOf } from '../../shared/sla/policies';
import type { SlaSettings } from '../../shared/sla/slaSettings';
import { CHANNELS, type CaseEvent, type Channel } from '../../shared/sla/types';

/** What is filled in for something that has come in; it goes before what its row says. */
export interface TriggerGiven {
	start: unknown;
	tier: string;
	channel: Channel | 'item';
}

/**
 * What has come in, from what is filled in or else from the row: `start` (or `at`), `tier`, `channel`,
 * `caseId`, `openId`, `key`.
 *
 * @param item the position of its item
 * @throws UserInputError naming the item and the field
 */
export function triggerOf(
	row: Row,
	item: number,
	given: TriggerGiven,
	{ calendar, policies }: SlaSettings,
): CaseEvent {
	const reader = new RowReader(
		{
			...row,
			start: given.start ?? row.start ?? row.at,
			tier: given.tier.trim() || row.tier,
			channel: given.channel === 'item' ? row.channel : given.channel,
		},
		`Item ${item + 1}`,
	);
	const at = reader.time('start', { zone: calendar.zone });
	const channel = choice(reader, 'channel', CHANNELS, 'chat');
	const key = reader.text('key', '');
	const openId = reader.text('openId', '');
	return {
		key: key || new Date(at).toISOString(),
		// As in the rows of cases: a conversation belongs to its person, a comment stands alone.
		caseId: reader.text('caseId', (channel === 'chat' && openId) || key),
		openId,
		channel,
		tier: tierOf(reader, channel, policies),
		kind: 'userMessage',
		at,
		item,
	};
}
