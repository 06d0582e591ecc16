import type { IExecuteFunctions } from 'n8n-workflow';
import { nowOf } from '../../shared/engagement/fields';
import type { Outputs } from '../../shared/engagement/outputs';
import { UserInputError } from '../../shared/inputError';
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

/** A change of a twentieth of a percent says nothing; four decimals are enough for a share. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

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
		const groups: Record<GroupName, Group> = {
			treated: { size: 0, returned: 0 },
			holdOut: { size: 0, returned: 0 },
		};
		let waiting = 0;
		for (const [openId, { group, at }] of members) {
			const until = at + days * DAY_MS;
			if (until > now) {
				waiting += 1;
				continue;
			}
			groups[group].size += 1;
			const own = activities.get(openId) ?? [];
			if (own.some((time) => time > at && time <= until)) groups[group].returned += 1;
		}
		const { treated, holdOut } = groups;
		if (treated.size === 0 || holdOut.size === 0) {
			throw new UserInputError(
				`Campaign '${campaign}' has ${treated.size} treated and ${holdOut.size} hold-out people to compare; ${waiting} have less than ${days} days behind them`,
				'Wait until the days are over, or choose an audience with a larger hold-out group.',
			);
		}
		const { difference, low, high, lift, pValue, test, ...shares } = measureLift(treated, holdOut);
		outputs.add(
			0,
			{
				key: campaign,
				campaign,
				treated: treated.size,
				treatedReturned: treated.returned,
				treatedShare: rounded(shares.treatedShare),
				holdOut: holdOut.size,
				holdOutReturned: holdOut.returned,
				holdOutShare: rounded(shares.holdOutShare),
				difference: rounded(difference),
				differenceLow: rounded(low),
				differenceHigh: rounded(high),
				lift: lift === null ? null : rounded(lift),
				pValue: rounded(pValue),
				significant: pValue < 0.05,
				test,
				waiting,
				returnDays: days,
				at: new Date(now).toISOString(),
			},
			items,
		);
	}
}
