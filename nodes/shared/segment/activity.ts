import { isFollowerAction } from '../message/kinds';

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
const OWN = new Set([
	'activityOffer',
	'couponGiven',
	'groupOffer',
	'handOver',
	'noticeSent',
	'sent',
]);

/** What a follower did outside the conversation, as the account records it. */
const OUTSIDE = new Set(['couponUsed', 'groupJoin']);

/** Wishes about messages: they say nothing about interest. */
const WISHES = new Set(['optIn', 'optOut']);

/**
 * Class of what a follower did.
 *
 * @param kind `wechat.kind` of the trigger, `comment`, `activity`, `activity.…`, or what an account records
 *   itself (couponUsed, groupJoin, groupOffer …)
 * @returns undefined for what is no sign of life: own messages, system events, unfollowing
 */
export function activityClassOf(kind: string): ActivityClass | undefined {
	if (OWN.has(kind) || WISHES.has(kind)) return undefined;
	if (kind === 'comment') return 'comment';
	if (OUTSIDE.has(kind) || /^activity(\.|$)/.test(kind)) return 'activity';
	if (kind.startsWith('event.')) return isFollowerAction(kind) ? 'click' : undefined;
	return 'message';
}
