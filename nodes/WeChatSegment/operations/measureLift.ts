import type { IExecuteFunctions } from 'n8n-workflow';
import { nowOf } from '../../shared/engagement/fields';
import type { Outputs } from '../../shared/engagement/outputs';
import type { RowReader } from '../../shared/rows/row';
import { activityClassOf } from '../engine/activity';
import { DAY_MS } from '../engine/days';
import { measureLift, type Group } from '../engine/lift';
import { numberFrom } from '../parameters';
import { readItems, readKnown, requireRows } from '../rows';

type GroupName = 'holdOut' | 'treated';

interface Member {
	group: GroupName;
	at: number;
}

interface Campaign {
	members: Map<string, Member>;
	items: number[];
}

const NOTHING_TO_COMPARE = {
	difference: null,
	differenceLow: null,
	differenceHigh: null,
	lift: null,
	pValue: null,
	significant: false,
	test: null,
};

/** Four decimals are enough for a share. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Null where nobody is in the group. */
const shareOf = ({ size, returned }: Group): number | null =>
	size === 0 ? null : rounded(returned / size);

function groupOf(reader: RowReader): GroupName | undefined {
	const text = reader.text('group', '');
	if (text === '') return undefined;
	if (text === 'treated' || text === 'holdOut') return text;
	throw reader.error('group', `is no group: "${text}"`, 'Use treated or holdOut.');
}

function readCampaigns(ctx: IExecuteFunctions, outputs: Outputs): Map<string, Campaign> {
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
function readActivities(ctx: IExecuteFunctions): Map<string, number[]> {
	const times = new Map<string, number[]>();
	readKnown(ctx, 'interactions', 'Interactions', (reader) => {
		const [openId, at] = [reader.text('openId'), reader.time('at')];
		const isActive = reader.has('amount') || activityClassOf(reader.text('kind')) !== undefined;
		if (!isActive) return;
		const own = times.get(openId);
		if (own) own.push(at);
		else times.set(openId, [at]);
	});
	return times;
}

/** Sizes of the groups and how many came back, of those whose days are over. */
function countGroups(
	members: Map<string, Member>,
	activities: Map<string, number[]>,
	days: number,
	now: number,
): Record<GroupName, Group> & { waiting: number } {
	const counts = {
		treated: { size: 0, returned: 0 },
		holdOut: { size: 0, returned: 0 },
		waiting: 0,
	};
	for (const [openId, { group, at }] of members) {
		const until = at + days * DAY_MS;
		if (until > now) {
			counts.waiting += 1;
			continue;
		}
		counts[group].size += 1;
		const own = activities.get(openId) ?? [];
		if (own.some((time) => time > at && time <= until)) counts[group].returned += 1;
	}
	return counts;
}

/** The comparison as columns; all null while one of the groups is empty. */
function comparisonOf(treated: Group, holdOut: Group) {
	if (treated.size === 0 || holdOut.size === 0) return NOTHING_TO_COMPARE;
	const result = measureLift(treated, holdOut);
	return {
		difference: rounded(result.difference),
		differenceLow: rounded(result.low),
		differenceHigh: rounded(result.high),
		lift: result.lift === null ? null : rounded(result.lift),
		pValue: rounded(result.pValue),
		significant: result.pValue < 0.05,
		test: result.test,
	};
}

/** *Measure Lift*: one row per campaign, of those whose time to come back is over. */
export function liftOf(ctx: IExecuteFunctions, outputs: Outputs): void {
	const now = nowOf(ctx, 0);
	const days = numberFrom(ctx.getNodeParameter('returnDays', 0), 'Come Back Within (Days)', {
		fallback: 7,
		min: 1,
	});
	const campaigns = readCampaigns(ctx, outputs);
	const activities = readActivities(ctx);
	for (const [campaign, { members, items }] of campaigns) {
		const { treated, holdOut, waiting } = countGroups(members, activities, days, now);
		outputs.add(
			0,
			{
				key: campaign,
				campaign,
				treated: treated.size,
				treatedReturned: treated.returned,
				treatedShare: shareOf(treated),
				holdOut: holdOut.size,
				holdOutReturned: holdOut.returned,
				holdOutShare: shareOf(holdOut),
				...comparisonOf(treated, holdOut),
				waiting,
				returnDays: days,
				at: new Date(now).toISOString(),
			},
			items,
		);
	}
}
