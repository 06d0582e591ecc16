import type { GroupResult } from '../../shared/engagement/perAccount';
import { findingText } from '../../shared/wording/finding';
import { reviewTexts, type WordingLevel, type WordingResult } from '../../shared/wording/option';
import type { Campaign } from '../engine/campaign';
import { deliveredText } from '../engine/summary';
import type { Person } from './deliverCampaign';

/** Where what became of a person goes. */
export type Output = 'later' | 'notSent' | 'sent' | 'summary';
/** What the item of a person says. */
export function itemOf({ row, status, channel, coupon, because, reason, sendAfter }: Person) {
	const { campaign, openId, segment } = row;
	return {
		campaign,
		openId,
		segment,
		status,
		channel,
		coupon,
		because: because ?? null,
		reason,
		sendAfter: sendAfter === undefined ? null : new Date(sendAfter).toISOString(),
	};
}

/** What is found in the texts of a campaign; with `refusal`, words for the staff, nothing of it is sent. */
export function wordingOf(
	{ name, row }: Campaign,
	level: WordingLevel,
): { wording: WordingResult; refusal?: string } {
	const { text, couponText, noticeFields, serviceFields } = row;
	const { breaches, result } = reviewTexts(level, () => [
		text,
		couponText,
		noticeFields,
		serviceFields,
	]);
	if (breaches.length === 0) return { wording: result };
	const reasons = breaches.map(findingText).join('\n');
	return { wording: result, refusal: `【活动】“${name}”没有发送，文案需要修改：\n${reasons}` };
}

/** What the staff reads when all is sent. */
export function summaryOf(
	{ key, name }: Campaign,
	people: readonly Person[],
	wording: WordingResult,
): GroupResult<Output> {
	const having = (...statuses: Array<Person['status']>) =>
		people.filter(({ status }) => statuses.includes(status));
	const reasonsOf = (list: readonly Person[]) =>
		list.flatMap(({ because }) => (because ? [because] : []));
	const sentTo = having('sent');
	const counts = {
		sent: sentTo.length,
		later: having('later').length,
		refused: having('refused').length,
		unknown: having('unknown').length,
		left: having('limit').length,
	};
	const summary = deliveredText({
		...counts,
		name,
		sent: sentTo.map(({ channel }) => channel),
		withCoupon: sentTo.filter(({ coupon }) => coupon !== '').length,
		later: reasonsOf(having('later')),
		underWay: having('underWay').length,
		notSent: reasonsOf(having('left', 'notReachable', 'optedOut')),
	});
	return { to: 'summary', json: { campaign: key, ...counts, ...wording, summary } };
}
