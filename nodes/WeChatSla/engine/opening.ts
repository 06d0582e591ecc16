import { addBusinessTime, type BusinessCalendar } from '../../shared/calendar/businessHours';
import { MINUTE_MS } from '../../shared/calendar/days';
import { isRecord } from '../../shared/json';
import { CHANNEL_WORDS, momentText } from './notice';
import type { PolicyBook } from '../../shared/sla/policies';
import type { Channel } from '../../shared/sla/types';
import type { Waiting } from './waiting';

/** The word of Text Insight for what is about self-harm. */
const SELF_HARM = 'selfHarm';

/** Whether somebody is there to answer at a moment. */
export const isOpenAt = (at: number, calendar: BusinessCalendar): boolean =>
	addBusinessTime(at, 1, calendar) - at <= MINUTE_MS;

/** Whether Text Insight has found words of self-harm in the message: then no usual reply is given. */
export function isInDanger({
	insight,
	sensitiveWords,
}: Readonly<Record<string, unknown>>): boolean {
	const found = isRecord(insight) ? insight.sensitiveWords : sensitiveWords;
	if (!Array.isArray(found)) return false;
	return found.some((word: unknown) => isRecord(word) && word.category === SELF_HARM);
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
	{ label, reason, dueAt }: { label: string; reason: string; dueAt?: number },
	calendar: BusinessCalendar,
): string {
	return [
		`【转人工】${label} ${CHANNEL_WORDS[channel]}`,
		...(text === '' ? [] : [`「${text}」`]),
		...(openId === '' ? [] : [`粉丝：${openId}`]),
		...(reason === '' ? [] : [`原因：${reason}`]),
		...(dueAt === undefined ? [] : [`请在 ${momentText(dueAt, calendar)} 前回复`]),
	].join('\n');
}
