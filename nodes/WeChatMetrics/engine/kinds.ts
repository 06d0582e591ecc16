import { DEPARTURES, MESSAGE_KINDS } from '../../shared/message/kinds';
import type { Interaction } from './interactions';

const MENU = new Set([
	'event.CLICK',
	'event.VIEW',
	'event.location_select',
	'event.pic_photo_or_album',
	'event.pic_sysphoto',
	'event.pic_weixin',
	'event.scancode_push',
	'event.scancode_waitmsg',
	'event.view_miniprogram',
]);

const OTHER_ACTIONS = new Set([
	'comment',
	'event.SCAN',
	'event.subscribe',
	'event.subscribe_msg_change_event',
	'event.subscribe_msg_popup_event',
	'order',
]);

const SENT = new Set(['noticeSent', 'sent']);

/** What an activity records about itself or about somebody, not what they did. */
const NOT_TAKING_PART = new Set([
	'activity.closing',
	'activity.commitment',
	'activity.points',
	'activity.proof',
	'activity.reserve',
	'activity.reversal',
	'activity.review',
	'activity.score',
	'activity.seed',
	'activity.win',
	'event.unsubscribe',
]);

const HANDED_OVER = new Set(['event.kf_create_session', 'handOver']);

/** Kinds of rows that each account names itself. */
export interface OwnKinds {
	/** What counts as a success after a tap on the menu. */
	goal: ReadonlySet<string>;
	groupOffer: ReadonlySet<string>;
	groupJoin: ReadonlySet<string>;
	couponGiven: ReadonlySet<string>;
	couponUsed: ReadonlySet<string>;
}

export const DEFAULT_OWN_KINDS: OwnKinds = {
	goal: new Set(['couponUsed', 'groupJoin', 'order']),
	groupOffer: new Set(['groupOffer']),
	groupJoin: new Set(['groupJoin']),
	couponGiven: new Set(['couponGiven']),
	couponUsed: new Set(['couponUsed']),
};

export const isMessage = ({ kind }: Interaction): boolean => MESSAGE_KINDS.has(kind);
export const isMenuTap = ({ kind }: Interaction): boolean => MENU.has(kind);
export const isComment = ({ kind }: Interaction): boolean => kind === 'comment';
export const isFollow = ({ kind }: Interaction): boolean => kind === 'event.subscribe';
export const isUnfollow = ({ kind }: Interaction): boolean => DEPARTURES.has(kind);
export const isHandOver = ({ kind }: Interaction): boolean => HANDED_OVER.has(kind);

/** An answer to somebody; what tells about an activity, a notice and a broadcast answer nobody. */
const isAnswer = ({ kind, activityId }: Interaction): boolean =>
	kind === 'sent' && activityId === '';

export const isChatAnswer = (row: Interaction): boolean => isAnswer(row) && row.comment === '';
export const isCommentAnswer = (row: Interaction): boolean => isAnswer(row) && row.comment !== '';

/** Somebody was told about an activity. */
export const isActivityOffer = ({ kind, activityId }: Interaction): boolean =>
	activityId !== '' && (SENT.has(kind) || kind === 'activityOffer');

export const isParticipation = (row: Interaction): boolean =>
	row.activityId !== '' &&
	row.openId !== '' &&
	!isActivityOffer(row) &&
	!NOT_TAKING_PART.has(row.kind);

/** Whether the person did something, in contrast to what was done for or about them. */
export function isOwnAction(row: Interaction, own: OwnKinds): boolean {
	return (
		MESSAGE_KINDS.has(row.kind) ||
		MENU.has(row.kind) ||
		OTHER_ACTIONS.has(row.kind) ||
		own.goal.has(row.kind) ||
		own.groupJoin.has(row.kind) ||
		own.couponUsed.has(row.kind) ||
		isParticipation(row)
	);
}
