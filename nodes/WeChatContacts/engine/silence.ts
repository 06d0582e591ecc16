import { DAY_MS } from '../../shared/calendar/days';
import type { NewRow } from '../../shared/records/table';
import type { marks } from '../../shared/records/tables/marks';
import type { Contact } from '../../shared/contact/contact';

/** What *marks* call it. */
export const SILENT = 'silent';

/** Somebody who still follows and does nothing. */
export interface SilentContact {
	contact: Contact;
	/** When the silence began: the last activity, otherwise when the person followed. Epoch milliseconds. */
	since: number;
	days: number;
}

/**
 * Followers without a sign of life for some days, the longest silence first. Of whom neither an activity nor the
 * day of following is known, nothing is said.
 */
export function silentOf(
	contacts: readonly Contact[],
	silentDays: number,
	now: number,
): SilentContact[] {
	return contacts
		.flatMap((contact) => {
			const since = Math.max(contact.lastAt ?? 0, contact.subscribedAt ?? 0);
			const days = Math.floor((now - since) / DAY_MS);
			return contact.isFollower && since > 0 && days >= silentDays
				? [{ contact, since, days }]
				: [];
		})
		.sort((one, other) => one.since - other.since);
}

/**
 * The mark that somebody was told: the same for one silence, or for one period of it.
 *
 * @param againDays length of a period; 0 when a silence is told once
 */
export function markOf(
	{ contact: { openId }, since, days }: SilentContact,
	{ silentDays, againDays, now }: { silentDays: number; againDays: number; now: number },
): NewRow<typeof marks> {
	const period = againDays === 0 ? 0 : Math.floor((days - silentDays) / againDays);
	return { key: `${SILENT}:${openId}:${since}:${period}`, openId, what: SILENT, at: now };
}
