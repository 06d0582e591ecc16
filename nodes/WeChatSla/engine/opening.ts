import { uniq } from 'lodash';
import { addBusinessTime, type BusinessCalendar } from '../../shared/calendar/businessHours';
import { MINUTE_MS } from '../../shared/calendar/days';
import { isRecord } from '../../shared/json';
import { URGENT_IN_WORDS } from '../../shared/text/urgent/inWords';
import { needsPerson, SELF_HARM, urgentIn, type UrgentKind } from '../../shared/text/urgent/urgent';
import { CHANNEL_WORDS, momentText } from './notice';
import type { PolicyBook } from '../../shared/sla/policies';
import type { Channel } from '../../shared/sla/types';
import type { Waiting } from './waiting';

/** Whether somebody is there to answer at a moment. */
export const isOpenAt = (at: number, calendar: BusinessCalendar): boolean =>
	addBusinessTime(at, 1, calendar) - at <= MINUTE_MS;

/**
 * Why a message cannot wait for its turn: by its words, and by what Text Insight has found before. A deadline is met
 * by the usual order.
 *
 * @param text all that was written
 */
export function alarmsOf(
	text: string,
	{ insight, sensitiveWords }: Readonly<Record<string, unknown>>,
): UrgentKind[] {
	const alarms = urgentIn(text)
		.map(({ kind }) => kind)
		.filter(needsPerson);
	const found = isRecord(insight) ? insight.sensitiveWords : sensitiveWords;
	const isInDanger =
		Array.isArray(found) &&
		found.some((word: unknown) => isRecord(word) && word.category === SELF_HARM);
	return isInDanger ? uniq([SELF_HARM, ...alarms]) : alarms;
}

/**
 * The tier of a case from whatever is known of it: of several the policy that comes first decides.
 *
 * @param candidates tiers, each of which may be empty, or several separated by commas
 */
export function tierAmong(
	candidates: readonly string[],
	channel: Channel,
	policies: PolicyBook,
	defaultTier: string,
): string {
	const named = candidates.filter((tier) => tier.trim() !== '').join(',');
	return policies.find(named, channel)?.tier ?? defaultTier;
}

/** `11月24日 09:30`, as a follower reads it; `上班后` when there is no deadline. */
export function promiseText(dueAt: number | undefined, calendar: BusinessCalendar): string {
	if (dueAt === undefined) return '上班后';
	const [, month, day, time] = /-(\d\d)-(\d\d)T(.*)$/.exec(calendar.wallTime(dueAt)) ?? [];
	return `${Number(month)}月${Number(day)}日 ${time}`;
}

/** What staff should know about a case that has just been opened. */
export function openingSummary(
	{ channel, text, openId }: Waiting,
	{
		label,
		reason,
		alarms,
		dueAt,
	}: { label: string; reason: string; alarms: readonly UrgentKind[]; dueAt?: number },
	calendar: BusinessCalendar,
): string {
	return [
		`${alarms.length > 0 ? '【紧急】' : '【转人工】'}${label} ${CHANNEL_WORDS[channel]}`,
		...alarms.map((kind) => URGENT_IN_WORDS[kind]),
		...(text === '' ? [] : [`「${text}」`]),
		...(openId === '' ? [] : [`粉丝：${openId}`]),
		...(reason === '' ? [] : [`原因：${reason}`]),
		...(dueAt === undefined ? [] : [`请在 ${momentText(dueAt, calendar)} 前回复`]),
	].join('\n');
}
