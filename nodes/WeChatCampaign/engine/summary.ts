import { dayOf, dayText, hourOf } from '../../shared/calendar/days';
import type { Reason } from './decision';
import { nameText } from './names';

/** What staff read about those who are not written to now. */
const REASONS: Readonly<Record<Reason, string>> = {
	cap: '最近已经收过消息，过几天再发',
	heldOut: '对照组，不发',
	left: '已取消关注',
	noChannel: '不在 48 小时内，也没有可用的订阅通知',
	noConsent: '还没有同意接收',
	optedOut: '已退订或标了勿扰',
	quietHours: '现在是免打扰时间，过后再发',
	reachable: '可以发',
	usedUp: '48 小时内的消息条数已用完',
};

/** A reason as staff read it. */
export const reasonText = (because: Reason): string => REASONS[because];

/** `沉默 12 人，流失 3 人`, the most first; '' for none. */
export function countsText(counts: ReadonlyMap<string, number>, unit: string): string {
	return [...counts]
		.filter(([, count]) => count > 0)
		.sort(([, one], [, other]) => other - one)
		.map(([name, count]) => `${nameText(name)} ${count} ${unit}`)
		.join('，');
}

/** How often each value comes. */
export function tally<Value extends string>(values: Iterable<Value>): Map<Value, number> {
	const counts = new Map<Value, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

/** A moment in Shanghai, short: `11-24 09:30`. */
export function momentText(epoch: number): string {
	const minutes = String(Math.floor(epoch / 60_000) % 60).padStart(2, '0');
	return `${dayText(dayOf(epoch)).slice(5)} ${String(hourOf(epoch)).padStart(2, '0')}:${minutes}`;
}

export interface Chosen {
	name: string;
	/** Channels of those who will be written to now, and why others will be later. */
	now: string[];
	later: Reason[];
	heldOut: number;
	notReachable: Reason[];
	/** People who were decided on in an earlier run. */
	before: number;
}

/** What *Choose Audience* tells the staff. */
export function chosenText({ name, now, later, heldOut, notReachable, before }: Chosen): string {
	const reasons = (list: readonly Reason[]): string =>
		[...tally(list)]
			.sort(([, one], [, other]) => other - one)
			.map(([because, count]) => `${REASONS[because]} ${count} 人`)
			.join('；');
	const channels = countsText(tally(now), '人');
	const lines = [
		`【活动】“${name}”选人：马上可发 ${now.length} 人${channels && `（${channels}）`}，稍后再发 ${later.length} 人，对照组 ${heldOut} 人，这次发不到 ${notReachable.length} 人`,
		later.length > 0 ? `稍后再发：${reasons(later)}` : '',
		notReachable.length > 0 ? `发不到：${reasons(notReachable)}` : '',
		before > 0 ? `之前已选过 ${before} 人，不重复选` : '',
	];
	return lines.filter(Boolean).join('\n');
}

export interface Delivered {
	name: string;
	/** Channels of the messages that went out in this run. */
	sent: string[];
	withCoupon: number;
	later: Reason[];
	/** Another run is sending to them at this moment. */
	underWay: number;
	notSent: Reason[];
	refused: number;
	unknown: number;
	/** Beyond the most messages of a run. */
	left: number;
}

/** What *Deliver* tells the staff. */
export function deliveredText(delivered: Delivered): string {
	const { name, sent, withCoupon, later, underWay, notSent, refused, unknown, left } = delivered;
	const channels = countsText(tally(sent), '条');
	const put = (list: readonly Reason[]): string =>
		[...tally(list)].map(([because, count]) => `${REASONS[because]} ${count} 人`).join('；');
	const lines = [
		`【活动】“${name}”本次发出 ${sent.length} 条${channels && `（${channels}）`}${withCoupon > 0 ? `，带券 ${withCoupon} 张` : ''}`,
		later.length > 0 ? `稍后再发：${put(later)}` : '',
		notSent.length > 0 ? `没有发：${put(notSent)}` : '',
		underWay > 0 ? `另一次运行正在发 ${underWay} 条` : '',
		refused > 0 ? `微信没有接受 ${refused} 条，原因见 campaign_log 表的 reason` : '',
		unknown > 0 ? `${unknown} 条不知道是否送达，为免打扰没有重发，见 campaign_log 表` : '',
		left > 0 ? `还有 ${left} 人等下一次运行` : '',
	];
	return lines.filter(Boolean).join('\n');
}
