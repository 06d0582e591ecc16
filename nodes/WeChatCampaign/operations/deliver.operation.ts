import { now } from '../../shared/engagement/fields';
import { perAccount, type GroupResult } from '../../shared/engagement/perAccount';
import { allAtOnce, type Item } from '../../shared/engagement/recordOperation';
import { choice, collection, integer } from '../../shared/operations/fields';
import type { Records } from '../../shared/records/port';
import { campaignLog, campaignLogKey } from '../../shared/records/tables/campaignLog';
import { campaigns } from '../../shared/records/tables/campaigns';
import { contacts } from '../../shared/records/tables/contacts';
import { interactions } from '../../shared/records/tables/interactions';
import { noticeConsents } from '../../shared/records/tables/noticeConsents';
import { prizesWon } from '../../shared/records/tables/prizesWon';
import { sent } from '../../shared/records/tables/sent';
import { CHECK_WORDING, wordingField } from '../../shared/wording/option';
import { campaignField, NO_CAMPAIGN, runningCampaigns } from '../campaigns';
import { deliverCampaign, type Person } from '../delivery/deliverCampaign';
import type { LogRow } from '../delivery/deliverTo';
import { itemOf, summaryOf, wordingOf, type Output } from '../delivery/results';
import type { Campaign } from '../engine/campaign';
import { optOutTagField } from '../fields';
import { openIdOf } from '../person';

type Results = Array<GroupResult<Output>>;

const fields = {
	campaign: campaignField,
	people: choice(
		'People',
		[
			{
				name: 'Everybody Who Was Chosen',
				value: 'chosen',
				description: 'All who wait for the message, also from earlier runs',
			},
			{
				name: 'Of the Items',
				value: 'items',
				description: "One person each, of the output 'Chosen' of Choose Audience",
			},
		],
		'chosen',
		{ description: 'To whom it is sent. Who was not chosen, or was held out, gets nothing.' },
	),
	[CHECK_WORDING]: wordingField('stop'),
	options: collection('Options', 'Add option', {
		limit: integer('Maximum Messages', [1, 10_000], {
			default: 500,
			description: 'Maximum number of messages of one run; the others wait for the next one',
		}),
		now,
		optOutTag: optOutTagField,
	}),
};

type Group = ReadonlyArray<Item<typeof fields>>;

const OUTPUTS: Readonly<Record<Person['status'], Output>> = {
	later: 'later',
	left: 'notSent',
	limit: 'later',
	notReachable: 'notSent',
	optedOut: 'notSent',
	refused: 'notSent',
	sent: 'sent',
	underWay: 'later',
	unknown: 'notSent',
	waiting: 'later',
};

/** Who waits for the message of a campaign. */
async function waitingFor(
	records: Records,
	{ key: campaign }: Campaign,
	group: Group | undefined,
): Promise<Array<{ row: LogRow; from: number }>> {
	if (!group) {
		const rows = await records.read(campaignLog, { where: { campaign, state: 'chosen' } });
		return rows.map((row) => ({ row, from: 0 }));
	}
	const places = new Map(
		group.map(({ at }, position): [string, number] => [
			campaignLogKey(campaign, openIdOf(at.json)),
			position,
		]),
	);
	const rows = await records.read(campaignLog, {
		among: { column: 'key', values: [...places.keys()] },
	});
	const waiting = rows.filter(({ state }) => state === 'chosen');
	return waiting.map((row) => ({ row, from: places.get(row.key) ?? 0 }));
}

/** Sends what *Choose Audience* has decided; each person gets a message of a campaign at most once. */
export const deliver = allAtOnce({
	option: {
		name: 'Deliver',
		value: 'deliver',
		action: 'Deliver a campaign',
		description:
			'Send the message of a campaign to those who were chosen, each once, by the best channel that is open',
	},
	outputs: { summary: 'Summary', sent: 'Sent', later: 'Later', notSent: 'Not Sent' },
	fields,
	tables: [campaignLog, campaigns, contacts, interactions, noticeConsents, prizesWon, sent],
	executeAll: async (items) =>
		await perAccount(items, async ({ at, values }, group) => {
			const { records, ctx, now: moment } = at;
			const { campaign: key, people, options } = values;
			const running = await runningCampaigns(records, key, moment);
			const results: Results[] = [];
			for (const campaign of running) {
				const { wording, refusal } = wordingOf(campaign, values.checkWording);
				if (refusal) {
					const json = { campaign: campaign.key, ...wording, summary: refusal };
					results.push([{ to: 'summary', json }]);
					continue;
				}
				const given = people === 'items' ? group : undefined;
				const waiting = await waitingFor(records, campaign, given);
				if (waiting.length === 0) {
					results.push([summaryOf(campaign, [], wording)]);
					continue;
				}
				const { optOutTag = '勿扰', limit = 500 } = options;
				const job = { ctx, records, campaign, now: moment, optOutTag, limit };
				const reached = await deliverCampaign(
					job,
					waiting.map(({ row }) => row),
				);
				const places = new Map(waiting.map(({ row, from }) => [row.key, from]));
				results.push([
					...reached.map((person) => ({
						to: OUTPUTS[person.status],
						json: itemOf(person),
						from: places.get(person.row.key),
					})),
					summaryOf(campaign, reached, wording),
				]);
			}
			if (running.length > 0) return results.flat();
			return [{ to: 'summary', json: { summary: NO_CAMPAIGN } }];
		}),
});
