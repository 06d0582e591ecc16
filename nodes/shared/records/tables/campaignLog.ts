import { defineTable } from '../table';

/**
 * Who was decided on, one row for each campaign and person; `key` is also the key under which the message goes
 * out once. `state`: `chosen` (waits for the message), `heldOut` (gets none, for comparison), `sent`, `refused` (WeChat
 * said no for good), `unknown` (only WeChat knows; never sent again), `optedOut` or `left`.
 */
export const campaignLog = defineTable({
	name: 'campaign_log',
	holds: 'who was chosen, held out, written to and came back, by campaign',
	columns: {
		campaign: 'text',
		openId: 'text',
		segment: 'text',
		state: 'text',
		channel: 'text',
		coupon: 'text',
		/** Why the state is what it is, for people who read the table. */
		reason: 'text',
		chosenAt: 'time',
		/** Earliest time of the message, as it was found when the person was chosen. */
		notBefore: 'time',
		sentAt: 'time',
		/** First sign of life after the message, or after being held out. */
		returnedAt: 'time',
		/** Orders within the days that count, in fen. */
		amountFen: 'number',
	},
	indexes: [['campaign', 'state'], ['openId']],
	isPersonal: true,
});

/** The key of a person in a campaign. */
export const campaignLogKey = (campaign: string, openId: string): string =>
	`campaign:${campaign}:${openId}`;
