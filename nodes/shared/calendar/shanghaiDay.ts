import { DateTime } from 'luxon';
import { WECHAT_TIME_ZONE } from '../constants';

/**
 * The day in Shanghai, by which WeChat counts statistics and quotas.
 *
 * @param now epoch milliseconds
 * @param offset days to add; -1 is yesterday
 * @returns `yyyy-MM-dd`
 */
export function shanghaiDay(now: number, offset = 0): string {
	return DateTime.fromMillis(now, { zone: WECHAT_TIME_ZONE })
		.plus({ days: offset })
		.toFormat('yyyy-MM-dd');
}

/** Start of the next day in Shanghai, when WeChat's daily quotas begin anew; epoch milliseconds. */
export function nextShanghaiMidnight(now: number): number {
	return DateTime.fromMillis(now, { zone: WECHAT_TIME_ZONE })
		.plus({ days: 1 })
		.startOf('day')
		.toMillis();
}

/** ISO 8601 in UTC for the epoch seconds WeChat uses. */
export function isoFromSeconds(seconds: number): string {
	return new Date(seconds * 1_000).toISOString();
}
