import { condition } from '../lib/nodes.mjs';

/** Nodes that expressions of several sections name. */
export const MINUTE = 'Every minute';
export const STATISTICS = 'Every morning at twenty to nine';
export const BATCH = 'Every morning at half past nine';
export const POLICIES = 'Response times';
export const LIBRARY = 'Keyword library';

/** How long the comments of an article are watched. */
export const WATCHED_DAYS = 7;
/** Rows of one run: the next one begins a minute later. */
export const MOST_ROWS = 50;

/** Whether a field of the item is filled in; nodes that find nothing give an empty item. */
export const present = (field = 'key') => condition(`={{ $json.${field} }}`, 'notEmpty');
/** Whether an expression is true. */
export const is = (code) => condition(`={{ ${code} }}`, 'true', undefined, 'boolean');
/** Whether it was this trigger that started the run. */
export const started = (trigger) => is(`$('${trigger}').isExecuted`);
