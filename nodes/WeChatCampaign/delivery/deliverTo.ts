import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { failureOf } from '../../shared/message/failure';
import type { Attempt } from '../../shared/records/attempt';
import { inGroups } from '../../shared/records/inGroups';
import type { Sending } from '../../shared/records/onlyOnce';
import type { Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { campaignLog } from '../../shared/records/tables/campaignLog';
import { noticeConsents } from '../../shared/records/tables/noticeConsents';
import type { AudienceChannel } from '../../shared/segment/audience';
import type { Campaign, Coupon } from '../engine/campaign';
import { messageOf, type ReadyMessage } from './message';

export type LogRow = RowOf<typeof campaignLog>;

/** A message of a campaign that is to go out now. */
export interface Due {
	row: LogRow;
	channel: AudienceChannel;
	coupon: Coupon;
}

/** What became of it; with `error` nobody else should be written to either. */
export interface Delivery {
	status: 'refused' | 'sent' | 'underWay' | 'unknown' | 'waiting';
	reason?: string;
	error?: unknown;
	/** What was sent. */
	text?: string;
	templateId?: string;
}

const BROKEN_OFF = '发送时中断，不知道是否送达；没有重发';
/** WeChat drops a second template message within ten minutes. */
const REPEATABLE_FOR_MS = 9 * 60_000;

/** What the messages of a run have in common. */
export interface Deliveries {
	ctx: IExecuteFunctions;
	records: Records;
	campaign: Campaign;
	/** Epoch milliseconds that count for the records; what is under way is judged by the real clock. */
	now: number;
}

/**
 * Writes to some people, a few at the same moment, each once. That something was sent is not written into the log yet:
 * `SentLog` does so for several at a time. Whatever a run that was killed has left, the next one finds the person
 * still chosen, and under the key what was sent.
 *
 * @returns what became of each, in their order; after the few with an error that concerns everybody the others are missing
 */
export async function deliverTo(run: Deliveries, due: readonly Due[]): Promise<Delivery[]> {
	const { ctx, records, campaign } = run;
	const messages = due.map(({ row, channel, coupon }) =>
		messageOf(ctx, row.openId, channel, campaign, coupon),
	);
	const outgoing = due.map(({ row: { key, openId } }, position) => ({
		key,
		what: `Campaign ${campaign.key}`,
		openId,
		isRepeatable: messages[position]?.isRepeatable ?? false,
		repeatableForMs: REPEATABLE_FOR_MS,
	}));
	const answers = await inGroups(records, outgoing, {
		now: () => Date.now(),
		send: async (position, delivery) => (await messages[position]?.send(delivery)) ?? {},
		mayGoOn: (error) => !failureOf(error).isForAll,
	});
	const deliveries: Delivery[] = [];
	for (const [position, one] of due.entries()) {
		const [answer, message] = [answers[position], messages[position]];
		if (!answer || !message) break;
		deliveries.push(await deliveryOf(run, one, message, answer));
	}
	return deliveries;
}

/** What became of a message; what is not sent stands in the log then. */
async function deliveryOf(
	{ records, now }: Deliveries,
	{ row, channel }: Due,
	{ text, templateId }: ReadyMessage,
	answer: Attempt<Sending<IDataObject>>,
): Promise<Delivery> {
	const { key } = row;
	if ('value' in answer) {
		const { status } = answer.value;
		if (status === 'underWay') return { status };
		if (status !== 'unknown') return { status: 'sent', text, templateId };
		await records.put(campaignLog, [{ key, state: status, channel, reason: BROKEN_OFF }]);
		return { status, reason: BROKEN_OFF };
	}
	const { state, isForAll, hasNoConsent, reason } = failureOf(answer.error);
	if (hasNoConsent) await takeBackConsent(records, row, templateId, now);
	if (state) await records.put(campaignLog, [{ key, state, channel, reason }]);
	const error = isForAll ? { error: answer.error } : {};
	return { status: state ?? 'waiting', reason, ...error };
}

/** What WeChat says about a consent is right, whatever the records say. */
async function takeBackConsent(
	records: Records,
	{ key, openId }: LogRow,
	templateId: string,
	now: number,
): Promise<void> {
	await records.put(noticeConsents, [
		{ key: `consent:refused:${key}`, openId, templateId, answer: 'reject', at: now },
	]);
}
