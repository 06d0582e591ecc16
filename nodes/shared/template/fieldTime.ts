import { DateTime } from 'luxon';
import { WECHAT_TIME_ZONE } from '../constants';

const FORM = 'yyyy-MM-dd HH:mm';
const DAY = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})`;
const HOUR = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;

/** One of them, or two with `~` between. */
const span = (one: string) => new RegExp(`^${one}(?:~${one})?$`);

/** What WeChat takes in a field of times, and in one of dates. */
export const TIME = span(`(?:${DAY} ?)?${HOUR}`);
export const DATE = span(`${DAY}(?: ?${HOUR})?`);

/** `16:00-18:00` and `16:00至18:00`, as people write them. */
const HOURS = new RegExp(`(${HOUR}) ?(?:[-–—至到]) ?(?=${HOUR})`, 'g');

/** Epoch seconds or milliseconds of this century. */
const EPOCH = /^\d{10}(?:\d{3})?$/;
/** As machines write it. A zone that is missing is meant to be Shanghai. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}/;
/** As databases write it. Seconds and a zone tell it from `2026-11-29 16:00-18:00`, which people write. */
const SQL_TIME =
	/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)? ?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/;
const INTERNET_TIME = /^[A-Z][a-z]{2},? .*\d{2}:\d{2}:\d{2}/;

function momentOf(text: string): DateTime | undefined {
	if (EPOCH.test(text)) {
		return DateTime.fromMillis(Number(text.padEnd(13, '0')), { zone: WECHAT_TIME_ZONE });
	}
	if (ISO_TIME.test(text)) return DateTime.fromISO(text, { zone: WECHAT_TIME_ZONE });
	if (SQL_TIME.test(text)) {
		const iso = text
			.replace(' ', 'T')
			.replace(/ ?(?:UTC|GMT)$/, 'Z')
			.replace(' ', '');
		return DateTime.fromISO(iso, { zone: WECHAT_TIME_ZONE });
	}
	if (INTERNET_TIME.test(text)) {
		const at = Date.parse(text.split(' (')[0] ?? '');
		return DateTime.fromMillis(at, { zone: WECHAT_TIME_ZONE });
	}
	return undefined;
}

/**
 * A time as followers are to read it, in Shanghai: `2026-11-29T08:00:00.000Z` as `2026-11-29 16:00`. The
 * two ends of a span are put into form each, with `~` between; what people have written stays as it is.
 */
export function inWeChatTime(text: string): string {
	const ends = text.split(/[~～]/).map((end) => {
		const trimmed = end.trim();
		const moment = momentOf(trimmed);
		return moment?.isValid ? moment.toFormat(FORM) : trimmed.replace(HOURS, '$1~');
	});
	return ends.join('~');
}
