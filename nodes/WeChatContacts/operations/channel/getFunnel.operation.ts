import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise, type Result } from '../../../shared/engagement/recordOperation';
import { accountOf } from '../../../shared/records/account';
import { channels } from '../../../shared/records/tables/channels';
import { contacts } from '../../../shared/records/tables/contacts';
import { interactions } from '../../../shared/records/tables/interactions';
import { traces } from '../../../shared/records/tables/traces';
import { funnelLine, funnelOf } from '../../engine/funnel';

const OUTPUTS = { channels: 'Channels', summary: 'Summary' };

/** Tells how far people come by each channel. */
export const getFunnel = itemwise({
	option: {
		name: 'Get Funnel',
		value: 'getFunnel',
		action: 'Get the funnel of each channel',
		description:
			'Count by channel who scanned, followed, is still there, spoke and ordered; one item for each, and all as a text to read',
	},
	outputs: OUTPUTS,
	fields: { options: onlyNow },
	tables: [channels, contacts, interactions, traces],
	execute: async ({ ctx, itemIndex, json, records }) => {
		const [list, people, left, scans, orders, appId] = await Promise.all([
			records.read(channels),
			records.read(contacts),
			records.read(traces),
			records.read(interactions, { where: { kind: 'event.SCAN' } }),
			records.read(interactions, { where: { kind: 'order' } }),
			accountOf(ctx, itemIndex),
		]);
		const rows = { channels: list, contacts: people, traces: left, scans, orders };
		const funnels = funnelOf(rows, appId);
		const results = funnels.map(
			(funnel): Result<keyof typeof OUTPUTS> => ({
				to: 'channels',
				json: { ...funnel, summary: funnelLine(funnel) },
			}),
		);
		const lines = funnels.length > 0 ? funnels.map(funnelLine) : ['还没有渠道。'];
		results.push({ to: 'summary', json: { ...json, summary: lines.join('\n') } });
		return results;
	},
});
