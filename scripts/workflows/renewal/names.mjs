import { NOW_CODE } from '../lib/settings.mjs';

export const REVIEW = 'When staff open the form';
export const FORM_PATH = 'keyword-renewal';
export const BEFORE = 'Library before';
export const EACH = 'Each decision';

/** The period that is looked at. */
export const DAYS = 31;
export const since = `={{ ${NOW_CODE}.toDateTime().minus({ days: ${DAYS} }).toISO() }}`;
