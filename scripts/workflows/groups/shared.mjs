import { NOW_CODE } from '../lib/settings.mjs';

/** The triggers of the workflow; expressions name them. */
export const ASK = 'When somebody asks for the group';
export const SCAN = 'When somebody scans a group code';
export const DAILY = 'Every day at 19:30';
export const WEEKLY = 'Every Monday at 8:00';
export const BY_HAND = 'Make the group codes';

export const GROUPS = 'wechat_groups';
export const MEMBERS = 'wechat_group_members';

/** Tag of members who take part often. */
export const ACTIVE_TAG = '活跃成员';

/** Code that tells whether people can be led to a group at a time (epoch milliseconds). */
export const isOpen = (group, at) =>
	`(${group}.isActive && (${group}.mediaId || ${group}.link) && (!${group}.expiresAt || ${group}.expiresAt.toDateTime().toMillis() > ${at}))`;

/** Nodes that expressions of several sections name. */
export const PERSON = 'The person';
export const BEST = 'Best group';

/** Code of who asks: `openId`, `dedupeKey`, `at`, `scene`, `isNewFollower`. */
export const person = `$('${PERSON}').first().json`;
export const atMs = `${person}.at.toDateTime().toMillis()`;

/** Code of now, for what happens by the clock. */
export const nowMs = `${NOW_CODE}.toDateTime().toMillis()`;
/** Code of a time before now. */
export const ago = (duration) => `${NOW_CODE}.toDateTime().minus(${duration})`;
