/** Points of one activity by its class, where no orders are given. */
export interface Weights {
	comment: number;
	activity: number;
	message: number;
	click: number;
}

export type ActivityClass = keyof Weights;

export const DEFAULT_WEIGHTS: Weights = { comment: 5, activity: 3, message: 2, click: 1 };

/** What the account did itself. */
const OWN = new Set(['sent', 'noticeSent']);

/** Wishes about messages: they say nothing about interest. */
const WISHES = new Set(['optIn', 'optOut']);

/** Events that WeChat or the staff cause, not the follower. */
const PASSIVE = new Set([
	'event.LOCATION',
	'event.MASSSENDJOBFINISH',
	'event.PUBLISHJOBFINISH',
	'event.TEMPLATESENDJOBFINISH',
	'event.kf_close_session',
	'event.kf_create_session',
	'event.kf_switch_session',
	'event.subscribe_msg_change_event',
	'event.subscribe_msg_sent_event',
	'event.unsubscribe',
]);

/**
 * Class of what a follower did.
 *
 * @param kind `wechat.kind` of the trigger, `comment`, `activity` or `activity.…`
 * @returns undefined for what is no sign of life: own messages, system events, unfollowing
 */
export function activityClassOf(kind: string): ActivityClass | undefined {
	if (OWN.has(kind) || WISHES.has(kind) || PASSIVE.has(kind)) return undefined;
	if (kind === 'comment') return 'comment';
	if (/^activity(\.|$)/.test(kind)) return 'activity';
	return kind.startsWith('event.') ? 'click' : 'message';
}
