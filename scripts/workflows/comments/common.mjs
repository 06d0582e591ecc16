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
