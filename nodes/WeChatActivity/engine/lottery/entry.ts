import type { Book } from '../book';
import { dayText } from '../../../shared/calendar/days';
import { clockText, dayNumber } from '../day';
import { windowStatus, type ActivityEvent, type Step, type Window } from '../step';
import { entryCode } from './closing';
import { shortCode } from './proofText';

export interface EntryRules extends Window {
	/** One entry for the whole activity, or one a day; the draw counts a person once in any case. */
	limit: 'day' | 'once';
}

export type EntryStatus = 'alreadyEntered' | 'closed' | 'entered' | 'notOpen';

/**
 * Enters a person. Key `activity|openId|entry`, with the day where it is allowed daily: the earliest row
 * of a key counts, so that a person is in once however often it is written.
 */
export function enterLottery(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	rules: EntryRules,
): Step<EntryStatus> {
	const { openId, at } = event;
	const code = shortCode(entryCode(activityId, openId));
	const values = {
		points: 0,
		code,
		drawAt: rules.endsAt === undefined ? '' : clockText(rules.endsAt),
	};
	const window = windowStatus(at, rules);
	if (window !== 'open') return { status: window, values, rows: [] };
	const day = rules.limit === 'day' ? `|${dayText(dayNumber(at))}` : '';
	const key = `${activityId}|${openId}|entry${day}`;
	if (book.get(key)) return { status: 'alreadyEntered', values, rows: [] };
	const row = { key, activityId, openId, type: 'entry', points: 0, data: { code }, at };
	return { status: 'entered', values, rows: [row] };
}

/**
 * Who is on the list: entry codes with their OpenIDs.
 *
 * @param until epoch milliseconds; entries from this time on do not count
 * @param excludedCodes entry codes of people who cannot win: staff, winners of earlier draws
 */
export function entrants(
	book: Book,
	activityId: string,
	until: number,
	excludedCodes: ReadonlySet<string>,
): Map<string, string> {
	const byCode = new Map<string, string>();
	for (const { type, openId, at } of book.all(activityId)) {
		if (type !== 'entry' || openId === '' || at >= until) continue;
		const code = entryCode(activityId, openId);
		if (!excludedCodes.has(code)) byCode.set(code, openId);
	}
	return byCode;
}
