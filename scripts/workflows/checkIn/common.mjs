/** Nodes and tables that expressions of several sections name. */
export const TRIGGER = 'When somebody checks in or votes';
export const WEEKLY = 'Every Monday at 9:00';
export const ROWS = 'wechat_activity_rows';
export const OWN_ROWS = 'Rows of the person';

/** Name of the check-in in the rows. */
export const DAILY = 'daily';

/** Code of the message, and its time as a value. */
export const message = `$('${TRIGGER}').first().json`;
export const now = `={{ ${message}.CreateTime }}`;

/** The rows of the person, as a value. */
export const ownRows = `={{ $('${OWN_ROWS}').all() }}`;
