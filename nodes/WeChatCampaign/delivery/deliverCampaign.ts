import chunk from 'lodash/chunk';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Records } from '../../shared/records/port';
import { campaignLog } from '../../shared/records/tables/campaignLog';
import { contactKey, contacts } from '../../shared/records/tables/contacts';
import { sent } from '../../shared/records/tables/sent';
import type { AudienceChannel } from '../../shared/segment/audience';
import { withNote } from '../../shared/transport/errors';
import type { Campaign } from '../engine/campaign';
import { decideFor, type CampaignDecision, type Reason } from '../engine/decision';
import { reasonText } from '../engine/summary';
import { historyFor } from '../people';
import { couponsFor, NO_COUPON } from './coupons';
import { deliverTo, type Delivery, type LogRow } from './deliverTo';
import { SentLog } from './sentLog';

/** What became of a person in this run. */
export interface Person {
	row: LogRow;
	status: Delivery['status'] | 'later' | 'left' | 'limit' | 'notReachable' | 'optedOut';
	channel: string;
	coupon: string;
	because?: Reason;
	reason: string;
	/** Epoch milliseconds. */
	sendAfter?: number;
}

interface Job {
	ctx: IExecuteFunctions;
	records: Records;
	campaign: Campaign;
	now: number;
	optOutTag: string;
	/** Most messages of the run. */
	limit: number;
}

/** Messages that are written down together; a run that is killed leaves at most so many to the next one. */
const WRITTEN_TOGETHER = 50;

/** Sent to by a run that could not write it down any more. */
const BEGUN = new Set(['sending', 'sent', 'unknown']);

/** Who is a follower no longer, or wants nothing, is not looked at again. */
const FINAL: Partial<Record<Reason, 'left' | 'optedOut'>> = { left: 'left', optedOut: 'optedOut' };

const WITHOUT_CONTACT: Pick<CampaignDecision, 'because' | 'channel' | 'decision' | 'sendAfter'> = {
	decision: 'notReachable',
	because: 'left',
	channel: null,
	sendAfter: null,
};

type Verdict = typeof WITHOUT_CONTACT & { row: LogRow };

/** What holds for everybody who waits, at this moment; it may be another than when they were chosen. */
async function verdictsOn(
	{ records, campaign, now, optOutTag }: Job,
	rows: readonly LogRow[],
): Promise<Verdict[]> {
	const keys = rows.map(({ openId }) => contactKey(openId));
	const [first, ...others] = rows;
	const [people, history] = await Promise.all([
		records.read(contacts, { among: { column: 'key', values: keys } }),
		historyFor(records, campaign, now, others.length === 0 ? first?.openId : undefined),
	]);
	const contactOf = new Map(people.map((contact) => [contact.openId, contact]));
	return rows.map((row) => {
		const contact = contactOf.get(row.openId);
		if (!contact) return { row, ...WITHOUT_CONTACT };
		const rules = { now, optOutTag, holdOutShare: 0 };
		return { row, ...decideFor(contact, history.get(row.openId) ?? [], campaign, rules) };
	});
}

/** Of those who are not to be written to now: whose message has gone out, or may have, already. */
async function begunAmong(records: Records, verdicts: readonly Verdict[]): Promise<Set<string>> {
	const values = verdicts
		.filter(({ decision }) => decision !== 'sendNow')
		.map(({ row }) => row.key);
	if (values.length === 0) return new Set();
	const rows = await records.read(sent, { among: { column: 'key', values } });
	return new Set(rows.filter(({ state }) => BEGUN.has(state)).map(({ key }) => key));
}

/** Writes down who is not to be asked about again; gives what is told of a person who gets nothing now. */
function putOff({ row, decision, because, sendAfter }: Verdict): Person {
	const isLater = decision === 'later' && sendAfter !== null;
	return {
		row,
		status: isLater ? 'later' : (FINAL[because] ?? 'notReachable'),
		channel: '',
		coupon: '',
		because,
		reason: reasonText(because),
		...(isLater ? { sendAfter } : {}),
	};
}

/** The channel of a message that has begun; what the person was chosen with, where none is open any more. */
const channelOf = ({ row, channel }: Verdict): AudienceChannel =>
	channel ??
	(['subscriptionNotice', 'templateMessage'] as const).find((each) => each === row.channel) ??
	'customerServiceMessage';

/** Keeps those from being looked at again who have left or want nothing. */
async function settleFinal(records: Records, people: readonly Person[]): Promise<void> {
	const over = people.filter(({ status }) => status === 'left' || status === 'optedOut');
	await records.put(
		campaignLog,
		over.map(({ row: { key }, status, reason }) => ({ key, state: status, reason })),
	);
}

/**
 * Writes to everybody of a list who may be written to now. What goes wrong for all ends it; the others wait.
 *
 * @throws the error of WeChat that concerns the account or the message, with what had been sent before
 */
export async function deliverCampaign(job: Job, rows: readonly LogRow[]): Promise<Person[]> {
	const { records, campaign, now, limit } = job;
	const verdicts = await verdictsOn(job, rows);
	const begun = await begunAmong(records, verdicts);
	const isDue = ({ row, decision }: Verdict): boolean =>
		decision === 'sendNow' || begun.has(row.key);
	const all = verdicts.filter(isDue);
	const batch = all.slice(0, limit);
	const waiting = verdicts.filter((verdict) => !isDue(verdict)).map(putOff);
	await settleFinal(records, waiting);
	const withCoupon = batch.filter((verdict) => channelOf(verdict) !== 'templateMessage');
	const coupons = await couponsFor(
		records,
		campaign,
		withCoupon.map(({ row }) => row),
		now,
	);
	const people: Person[] = [];
	const log = new SentLog(records, campaign.key, now);
	try {
		for (const part of chunk(batch, WRITTEN_TOGETHER)) {
			const due = part.map((verdict) => ({
				row: verdict.row,
				channel: channelOf(verdict),
				coupon: coupons.get(verdict.row.openId) ?? NO_COUPON,
			}));
			let failure: unknown;
			for (const [position, delivery] of (await deliverTo(job, due)).entries()) {
				const one = due[position];
				if (!one) break;
				const { status, reason = '', error } = delivery;
				people.push({ ...one, status, coupon: one.coupon.code, reason });
				if (status === 'sent') log.add(one, delivery);
				failure ??= error;
			}
			if (failure !== undefined) throw withNote(failure, noteOn(people));
			await log.flush();
		}
	} finally {
		await log.flush();
	}
	const beyond = all.slice(limit).map((verdict): Person => {
		const channel = channelOf(verdict);
		return { row: verdict.row, status: 'limit', channel, coupon: '', reason: '' };
	});
	return [...people, ...beyond, ...waiting];
}

function noteOn(people: readonly Person[]): string {
	const count = people.filter(({ status }) => status === 'sent').length;
	return `Messages sent before: ${count}. Run it again to send the rest; nobody gets a second one.`;
}
