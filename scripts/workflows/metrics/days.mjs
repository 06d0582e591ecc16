import { SHANGHAI_CODE } from '../lib/settings.mjs';

/** Days that are asked for and calculated again: WeChat is late now and then. */
export const DAYS = 3;
/** Habits and retention look this far back. */
export const HISTORY_DAYS = 100;
/** Alerts compare with the eight weeks before. */
export const COMPARED_DAYS = 70;

/** An expression that gives the beginning of a day, as a time. */
export const daysAgo = (days) =>
	`={{ ${SHANGHAI_CODE}.startOf('day').minus({ days: ${days} }).toISO() }}`;
/** The same as a date, `yyyy-MM-dd`. */
export const dayAgo = (days) =>
	`={{ ${SHANGHAI_CODE}.minus({ days: ${days} }).toFormat('yyyy-MM-dd') }}`;
