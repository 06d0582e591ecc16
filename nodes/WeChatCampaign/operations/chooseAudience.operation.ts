import { now } from '../../shared/engagement/fields';
import { perAccount, type GroupResult } from '../../shared/engagement/perAccount';
import { allAtOnce, type Item } from '../../shared/engagement/recordOperation';
import { choice, collection } from '../../shared/operations/fields';
import type { Records } from '../../shared/records/port';
import { campaignLog, campaignLogKey } from '../../shared/records/tables/campaignLog';
import { campaigns } from '../../shared/records/tables/campaigns';
import { contactKey, contacts } from '../../shared/records/tables/contacts';
import { interactions } from '../../shared/records/tables/interactions';
import { noticeConsents } from '../../shared/records/tables/noticeConsents';
import { campaignField, NO_CAMPAIGN, runningCampaigns } from '../campaigns';
import type { Campaign } from '../engine/campaign';
import { decideFor, type CampaignDecision, type Contact } from '../engine/decision';
import { EVERYBODY } from '../engine/names';
import { chosenText, reasonText } from '../engine/summary';
import { optOutTagField } from '../fields';
import { historyFor } from '../people';
import { openIdOf } from '../person';

type Output = 'chosen' | 'notReachable' | 'summary';
type Results = Array<GroupResult<Output>>;

const fields = {
	campaign: campaignField,
	people: choice(
		'People',
		[
			{
				name: 'Of the Items',
				value: 'items',
				description: 'Those who come in, e.g. from the output Going Silent of WeChat Segment',
			},
			{
				name: 'Of the Segments of the Campaign',
				value: 'segments',
				description: 'Followers whose segment the campaign names',
			},
		],
		'segments',
		{ description: 'Among whom the campaign chooses' },
	),
	options: collection('Options', 'Add option', { now, optOutTag: optOutTagField }),
};

type Group = ReadonlyArray<Item<typeof fields>>;

/** The followers whom the campaign is for, and the items of those who came by one. */
async function candidatesOf(
	records: Records,
	campaign: Campaign,
	group: Group | undefined,
): Promise<Array<{ contact: Contact; from: number }>> {
	if (group) {
		const places = new Map(
			group.map(({ at }, position): [string, number] => [contactKey(openIdOf(at.json)), position]),
		);
		const rows = await records.read(contacts, {
			among: { column: 'key', values: [...places.keys()] },
		});
		return rows.map((contact) => ({ contact, from: places.get(contact.key) ?? 0 }));
	}
	const lists = await Promise.all(
		campaign.segments.includes(EVERYBODY)
			? [records.read(contacts, { where: { isFollower: true } })]
			: campaign.segments.map(
					async (segment) => await records.read(contacts, { where: { segment } }),
				),
	);
	return lists.flat().map((contact) => ({ contact, from: 0 }));
}

interface Judged {
	contact: Contact;
	from: number;
	decision: CampaignDecision;
}

const stateOf = ({ decision }: CampaignDecision): string =>
	decision === 'holdOut' ? 'heldOut' : 'chosen';

/** Writes down who was chosen; gives those who were not there yet, as another run may do the same. */
async function keep(
	records: Records,
	{ key: campaign }: Campaign,
	judged: readonly Judged[],
	now: number,
): Promise<Judged[]> {
	const added = await records.add(
		campaignLog,
		judged.map(({ contact: { openId, segment }, decision }) => ({
			key: campaignLogKey(campaign, openId),
			campaign,
			openId,
			segment,
			state: stateOf(decision),
			channel: decision.channel ?? '',
			reason: reasonText(decision.because),
			chosenAt: now,
			notBefore: decision.sendAfter ?? now,
		})),
	);
	return judged.filter((_, position) => added[position]?.isNew);
}

function itemOf(campaign: Campaign, { contact, decision, from }: Judged): GroupResult<Output> {
	const { openId, segment } = contact;
	const { because, channel, sendAfter } = decision;
	return {
		to: decision.decision === 'notReachable' ? 'notReachable' : 'chosen',
		from,
		json: {
			campaign: campaign.key,
			openId,
			segment,
			channel,
			because,
			reason: reasonText(because),
			sendAfter: sendAfter === null ? null : new Date(sendAfter).toISOString(),
		},
	};
}

async function choose(
	records: Records,
	campaign: Campaign,
	group: Group | undefined,
	rules: { now: number; optOutTag: string },
): Promise<Results> {
	const [candidates, decided, history] = await Promise.all([
		candidatesOf(records, campaign, group),
		records.read(campaignLog, { where: { campaign: campaign.key } }),
		historyFor(records, campaign, rules.now),
	]);
	const known = new Set(decided.map(({ openId }) => openId));
	const fresh = candidates.filter(({ contact }) => !known.has(contact.openId));
	const { holdOutShare } = campaign.rules;
	const judged = fresh.map((candidate): Judged => {
		const own = history.get(candidate.contact.openId) ?? [];
		const decision = decideFor(candidate.contact, own, campaign, { ...rules, holdOutShare });
		return { ...candidate, decision };
	});
	const notReachable = judged.filter(({ decision }) => decision.decision === 'notReachable');
	const reachable = judged.filter(({ decision }) => decision.decision !== 'notReachable');
	const kept = await keep(records, campaign, reachable, rules.now);
	const heldOut = kept.filter(({ decision }) => decision.decision === 'holdOut');
	const chosen = kept.filter(({ decision }) => decision.decision !== 'holdOut');
	const later = chosen.filter(({ decision }) => decision.decision === 'later');
	const ready = chosen.filter(({ decision }) => decision.decision === 'sendNow');
	const summary = chosenText({
		name: campaign.name,
		now: ready.map(({ decision }) => decision.channel ?? ''),
		later: later.map(({ decision }) => decision.because),
		heldOut: heldOut.length,
		notReachable: notReachable.map(({ decision }) => decision.because),
		before: candidates.length - kept.length - notReachable.length,
	});
	const counts = {
		chosen: chosen.length,
		later: later.length,
		heldOut: heldOut.length,
		notReachable: notReachable.length,
	};
	return [
		...[...chosen, ...notReachable].map((person) => itemOf(campaign, person)),
		{ to: 'summary', json: { campaign: campaign.key, ...counts, summary } },
	];
}

/** Whom a campaign writes to, and how; nobody twice. Who is chosen waits in the log for *Deliver*. */
export const chooseAudience = allAtOnce({
	option: {
		name: 'Choose Audience',
		value: 'chooseAudience',
		action: 'Choose the audience of a campaign',
		description: 'Decide whom a campaign writes to, whom it leaves out for comparison, and how',
	},
	outputs: { chosen: 'Chosen', notReachable: 'Not Reachable', summary: 'Summary' },
	fields,
	tables: [campaignLog, campaigns, contacts, interactions, noticeConsents],
	executeAll: async (items) =>
		await perAccount(items, async ({ at: { records, now: moment }, values }, group) => {
			const { campaign: key, people, options } = values;
			const rules = { now: moment, optOutTag: options.optOutTag ?? '勿扰' };
			const running = await runningCampaigns(records, key, moment);
			const results: Results[] = [];
			for (const campaign of running) {
				const given = people === 'items' ? group : undefined;
				results.push(await choose(records, campaign, given, rules));
			}
			if (running.length > 0) return results.flat();
			return [{ to: 'summary', json: { summary: NO_CAMPAIGN } }];
		}),
});
