import { now } from '../../shared/engagement/fields';
import { perAccount, type GroupResult } from '../../shared/engagement/perAccount';
import { allAtOnce } from '../../shared/engagement/recordOperation';
import { collection } from '../../shared/operations/fields';
import type { Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { campaignLog, campaignLogKey } from '../../shared/records/tables/campaignLog';
import { campaigns } from '../../shared/records/tables/campaigns';
import { interactions } from '../../shared/records/tables/interactions';
import { prizesWon } from '../../shared/records/tables/prizesWon';
import { splitList } from '../../shared/text/list';
import { allCampaigns, campaignField } from '../campaigns';
import type { Campaign } from '../engine/campaign';
import { effectOf, returnsOf, type Effect, type Member, type Return } from '../engine/effect';
import { effectText } from '../engine/effectText';
import { wishWords, type WishWords } from '../engine/wishes';
import { wordFields } from '../wishing';

const RETURN_DAYS = 7;

type LogRow = RowOf<typeof campaignLog>;

/** Who was written to or held out; who only waits, or was refused, is no part of the comparison. */
function membersOf(rows: readonly LogRow[]): Member[] {
	return rows.flatMap(({ openId, state, sentAt, chosenAt }): Member[] => {
		if (state === 'heldOut') return [{ openId, isHeldOut: true, at: chosenAt ?? 0 }];
		return state === 'sent' ? [{ openId, isHeldOut: false, at: sentAt ?? chosenAt ?? 0 }] : [];
	});
}

/** Writes down who came back, where it is not known yet. */
async function keepReturns(
	records: Records,
	{ key: campaign }: Campaign,
	rows: readonly LogRow[],
	returns: readonly Return[],
): Promise<void> {
	const known = new Map(rows.map((row) => [row.key, row]));
	const news = returns.flatMap(({ member, returnedAt, amountFen }) => {
		const key = campaignLogKey(campaign, member.openId);
		const before = known.get(key);
		const isSame = before?.returnedAt === returnedAt && (before.amountFen ?? 0) === amountFen;
		return isSame ? [] : [{ key, returnedAt, amountFen }];
	});
	await records.put(campaignLog, news);
}

/** What the messages and the coupons that were redeemed cost, in fen. */
async function costOf(records: Records, { key, row }: Campaign, messages: number): Promise<number> {
	const redeemed =
		row.coupon.trim() === ''
			? []
			: await records.read(prizesWon, { where: { activityId: key, state: 'redeemed' } });
	const coupons = redeemed.reduce((sum, { valueFen }) => sum + (valueFen ?? 0), 0);
	return messages * (row.costFen ?? 0) + coupons;
}

const rounded = (value: number | null | undefined): number | null =>
	value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;

function figuresOf({ treated, heldOut, waiting, lift, ...effect }: Effect) {
	return {
		treated: treated.size,
		treatedReturned: treated.returned,
		heldOut: heldOut.size,
		heldOutReturned: heldOut.returned,
		difference: rounded(lift?.difference),
		differenceLow: rounded(lift?.low),
		differenceHigh: rounded(lift?.high),
		lift: rounded(lift?.lift),
		pValue: rounded(lift?.pValue),
		significant: lift !== undefined && lift.pValue < 0.05,
		test: lift?.test ?? null,
		waiting,
		...effect,
	};
}

async function measureOne(
	records: Records,
	campaign: Campaign,
	rows: readonly LogRow[],
	{ moment, words }: { moment: number; words: WishWords },
): Promise<GroupResult<'effect'>> {
	const members = membersOf(rows);
	const from = members.reduce((least, { at }) => Math.min(least, at), moment);
	const days = campaign.row.returnDays ?? RETURN_DAYS;
	const [deeds, costFen] = await Promise.all([
		members.length === 0
			? []
			: records.read(interactions, { where: { at: { from }, isOutgoing: false } }),
		costOf(records, campaign, members.filter(({ isHeldOut }) => !isHeldOut).length),
	]);
	const signs = deeds.map(({ openId, kind, at, text, amountFen }) => ({
		openId,
		kind,
		at: at ?? 0,
		text,
		amountFen,
	}));
	const { returns, waiting } = returnsOf(members, signs, { days, now: moment, words });
	await keepReturns(records, campaign, rows, returns);
	const effect = effectOf(returns, waiting);
	const summary = effectText(campaign.name, days, effect, costFen);
	return {
		to: 'effect',
		json: { campaign: campaign.key, returnDays: days, ...figuresOf(effect), costFen, summary },
	};
}

/** What a campaign brought: how many came back of those written to, and of those held out. */
export const measure = allAtOnce({
	option: {
		name: 'Measure',
		value: 'measure',
		action: 'Measure a campaign',
		description:
			'Compare how many came back of those who were written to and of those held out, with costs and orders',
	},
	outputs: { effect: 'Effect' },
	fields: {
		campaign: campaignField,
		options: collection('Options', 'Add option', { now, optOutWords: wordFields.optOutWords }),
	},
	tables: [campaignLog, campaigns, interactions, prizesWon],
	executeAll: async (items) =>
		await perAccount(items, async ({ at: { records, now: moment }, values }) => {
			const { campaign: key, options } = values;
			const words = wishWords({ declined: splitList(options.optOutWords ?? '') });
			const results: Array<GroupResult<'effect'>> = [];
			for (const campaign of await allCampaigns(records, key)) {
				const rows = await records.read(campaignLog, { where: { campaign: campaign.key } });
				// A campaign that nobody was chosen for has nothing to tell, unless it is asked for.
				if (rows.length === 0 && key.trim() === '') continue;
				results.push(await measureOne(records, campaign, rows, { moment, words }));
			}
			return results;
		}),
});
