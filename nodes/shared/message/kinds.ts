/** Kinds of messages that a follower sends (WeChat: receiving standard messages), as the trigger names them. */
export const MESSAGE_KINDS: ReadonlySet<string> = new Set([
	'image',
	'link',
	'location',
	'shortvideo',
	'text',
	'video',
	'voice',
]);

/** Events by which a follower does something, in WeChat's spelling. */
const FOLLOWER_EVENTS = [
	'CLICK',
	'SCAN',
	'ShakearoundUserShake',
	'VIEW',
	'WifiConnected',
	'location_select',
	'merchant_order',
	'pic_photo_or_album',
	'pic_sysphoto',
	'pic_weixin',
	'scancode_push',
	'scancode_waitmsg',
	'submit_membercard_user_info',
	'subscribe',
	'subscribe_msg_popup_event',
	'user_consume_card',
	'user_del_card',
	'user_enter_session_from_card',
	'user_enter_tempsession',
	'user_get_card',
	'user_gifting_card',
	'user_pay_from_pay_cell',
	'user_view_card',
	'view_miniprogram',
];

/** The other events: what WeChat, the phone or the staff cause, and what ends a relation. */
const OTHER_EVENTS = [
	'LOCATION',
	'MASSSENDJOBFINISH',
	'PUBLISHJOBFINISH',
	'TEMPLATESENDJOBFINISH',
	'annual_renew',
	'card_merchant_check_result',
	'card_not_pass_check',
	'card_pass_check',
	'card_pay_order',
	'card_sku_remind',
	'kf_close_session',
	'kf_create_session',
	'kf_switch_session',
	'naming_verify_fail',
	'naming_verify_success',
	'poi_check_notify',
	'qualification_verify_fail',
	'qualification_verify_success',
	'subscribe_msg_change_event',
	'subscribe_msg_sent_event',
	'unsubscribe',
	'update_member_card',
	'user_authorization_cancellation',
	'user_authorization_revoke',
	'user_info_modified',
	'verify_expired',
	'wxa_media_check',
];

const SPELLING = new Map(
	[...MESSAGE_KINDS, ...[...FOLLOWER_EVENTS, ...OTHER_EVENTS].map((event) => `event.${event}`)].map(
		(kind) => [kind.toLowerCase(), kind],
	),
);

const USUAL: ReadonlySet<string> = new Set(SPELLING.values());

const ACTIONS: ReadonlySet<string> = new Set(FOLLOWER_EVENTS.map((event) => `event.${event}`));

/**
 * The kind in the one spelling that it has everywhere: WeChat has sent some events in another case, and names with
 * white space around them.
 */
export function spelledAsUsual(kind: string): string {
	if (USUAL.has(kind)) return kind;
	return SPELLING.get(kind.replace(/\s/g, '').toLowerCase()) ?? kind.trim();
}

/** Whether an event is something that the follower did, a sign of life. */
export function isFollowerAction(kind: string): boolean {
	return ACTIONS.has(kind);
}

/** Whether a message or event is something that the follower did of own accord. */
export const isSignOfLife = (kind: string): boolean =>
	MESSAGE_KINDS.has(kind) || isFollowerAction(kind);

/** Kinds after which the person is no follower any more, until they follow again. */
export const DEPARTURES: ReadonlySet<string> = new Set([
	'event.unsubscribe',
	'event.user_authorization_cancellation',
]);

/**
 * Kinds by which WeChat asks to delete what is kept of a person: unfollowing, the end of a WeChat account, and
 * an authorization that is taken back.
 */
export const DELETION_REQUESTS: ReadonlySet<string> = new Set([
	...DEPARTURES,
	'event.user_authorization_revoke',
]);

/** Events that the push service sends about a person, who is named by `OpenID`. */
export const SENT_BY_SERVICE: ReadonlySet<string> = new Set([
	'event.user_authorization_cancellation',
	'event.user_authorization_revoke',
	'event.user_info_modified',
]);
