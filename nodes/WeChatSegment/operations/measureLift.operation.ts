import { now } from '../../shared/engagement/fields';
import { ranged } from '../../shared/engagement/numbers';
import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import { spelledAsUsual } from '../../shared/message/kinds';
import { collection } from '../../shared/operations/fields';
import type { Row, RowReader } from '../../shared/rows/row';
import { activityClassOf } from '../../shared/segment/activity';
import { countGroups, liftColumns, type GroupName, type Member } from '../engine/returns';
import { interactions, readItems, readKnown, requireRows } from './rows';

interface Campaign {
	members: Map<string, Member>;
	items: number[];
}

function groupOf(reader: RowReader): GroupName | undefined {
	const text = reader.text('group', '');
	if (text === '') return undefined;
	if (text === 'treated' || text === 'holdOut') return text;
	throw reader.error('group', `is no group: "${text}"`, 'Use treated or holdOut.');
}

function readCampaigns({ ctx, outputs }: RowRun): Map<string, Campaign> {
	const campaigns = new Map<string, Campaign>();
	const count = readItems(ctx, outputs, (reader, itemIndex) => {
		const group = groupOf(reader);
		const [openId, at] = [reader.text('openId'), reader.time('at')];
		if (!group) return;
		const name = reader.text('campaign', '');
		const campaign: Campaign = campaigns.get(name) ?? { members: new Map(), items: [] };
		const known = campaign.members.get(openId);
		if (known && known.group !== group) {
			throw reader.error(
				'group',
				`is ${group}, and ${known.group} in another row of ${openId}`,
				'Keep one row per person and campaign.',
			);
		}
		if (!known || at < known.at) campaign.members.set(openId, { group, at });
		campaign.items.push(itemIndex);
		campaigns.set(name, campaign);
	});
	requireRows(count, 'audience rows of a campaign');
	return campaigns;
}

/** Times of the activities of each person. */
function activitiesOf(rows: readonly Row[]): Map<string, number[]> {
	const times = new Map<string, number[]>();
	readKnown(rows, 'Interactions', (reader) => {
		const [openId, at] = [reader.text('openId'), reader.time('at')];
		const isActive =
			reader.has('amount') || activityClassOf(spelledAsUsual(reader.text('kind'))) !== undefined;
		if (!isActive) return;
		const own = times.get(openId);
		if (own) own.push(at);
		else times.set(openId, [at]);
	});
	return times;
}

/** One row per campaign, of those whose time to come back is over. */
export const measureLift = rowOperation({
	option: {
		name: 'Measure Lift',
		value: 'measureLift',
		action: 'Measure the lift of a campaign',
		description: 'Compare how many came back of those who were written to and of the hold-out',
	},
	outputs: ['Lift'],
	fields: {
		returnDays: ranged(
			'Come Back Within (Days)',
			{ fallback: 7, min: 1 },
			{
				typeOptions: { minValue: 1 },
				description: 'Only followers are counted for whom this many days have passed',
			},
		),
		interactions,
		options: collection('Options', 'Add option', { now }),
	},
	run: (at, values) => {
		const time = values.options.now ?? Date.now();
		const { returnDays } = values;
		const campaigns = readCampaigns(at);
		const activities = activitiesOf(values.interactions(at.ctx));
		for (const [campaign, { members, items }] of campaigns) {
			const columns = liftColumns(countGroups(members, activities, returnDays, time));
			at.outputs.add(
				0,
				{ key: campaign, campaign, ...columns, returnDays, at: new Date(time).toISOString() },
				items,
			);
		}
	},
});
