import type { Records } from '../../shared/records/port';
import { campaignLog } from '../../shared/records/tables/campaignLog';
import { interactions } from '../../shared/records/tables/interactions';
import type { Delivery, Due } from './deliverTo';

/** Writes down what was sent: what the follower got first, and then that the campaign is done with the person. */
export class SentLog {
	private readonly waiting: Array<Due & Pick<Delivery, 'templateId' | 'text'>> = [];

	constructor(
		private readonly records: Records,
		private readonly campaign: string,
		/** Epoch milliseconds. */
		private readonly now: number,
	) {}

	add(due: Due, { text, templateId }: Delivery): void {
		this.waiting.push({ ...due, text, templateId });
	}

	async flush(): Promise<void> {
		const { records, campaign, now } = this;
		const entries = this.waiting.splice(0);
		await records.put(
			interactions,
			entries.map(({ row: { key, openId }, channel, text, templateId }) => ({
				key: `sent:${key}`,
				openId,
				kind: channel === 'customerServiceMessage' ? 'sent' : 'noticeSent',
				at: now,
				text: text ?? '',
				eventKey: templateId ?? '',
				isOutgoing: true,
				data: { campaign },
			})),
		);
		await records.put(
			campaignLog,
			entries.map(({ row: { key }, channel, coupon }) => ({
				key,
				state: 'sent',
				channel,
				coupon: coupon.code,
				reason: '',
				sentAt: now,
			})),
		);
	}
}
