import type { INodePropertyOptions } from 'n8n-workflow';

/** Stands for every kind, also those WeChat adds later. */
export const ANY_KIND = '*';

/** A kind by its name in the list, its value, its name in the node panel, and what else there is to say. */
type Row = [name: string, value: string, action: string, description?: string];

const toOption = ([name, value, action, description]: Row): INodePropertyOptions => ({
	name,
	value,
	action,
	...(description ? { description } : {}),
});

const COMMON: Row[] = [
	['Text Message', 'text', 'On text message'],
	['Followed', 'event.subscribe', 'On new follower', 'Also by scanning a QR code'],
	['Menu: Button Tapped', 'event.CLICK', 'On tap of a menu button'],
	['QR Code Scanned by Follower', 'event.SCAN', 'On scan of a QR code by a follower'],
	['Image Message', 'image', 'On image message'],
	[
		'Voice Message',
		'voice',
		'On voice message',
		'With the words in the field Recognition, if voice recognition is switched on (语音识别)',
	],
	[
		'Unfollowed',
		'event.unsubscribe',
		'On unfollow',
		'WeChat asks to delete the data of this person',
	],
];

/** The rest by the words of WeChat's console, in alphabetical order. */
const OTHERS: Row[] = [
	['Account Annual Review Due', 'event.annual_renew', 'On annual review of the account due'],
	[
		'Account Naming Verification Failed',
		'event.naming_verify_fail',
		'On naming verification failed',
	],
	['Account Naming Verified', 'event.naming_verify_success', 'On naming verified'],
	[
		'Account Qualification Verification Failed',
		'event.qualification_verify_fail',
		'On qualification verification failed',
	],
	[
		'Account Qualification Verified',
		'event.qualification_verify_success',
		'On qualification verified',
	],
	['Account Verification Expired', 'event.verify_expired', 'On account verification expired'],
	['Broadcast Finished', 'event.MASSSENDJOBFINISH', 'On broadcast finished'],
	['Card: Account Opened From Card', 'event.user_enter_session_from_card', 'On visit from a card'],
	['Card: Approved', 'event.card_pass_check', 'On card approved', 'By the review of WeChat (卡券)'],
	['Card: Deleted by Owner', 'event.user_del_card', 'On card deleted by its owner'],
	['Card: Given to a Friend', 'event.user_gifting_card', 'On card given to a friend'],
	['Card: Member Data Changed', 'event.update_member_card', 'On member card changed'],
	['Card: Membership Activated', 'event.submit_membercard_user_info', 'On member card activated'],
	['Card: Paid For', 'event.user_pay_from_pay_cell', 'On payment by card'],
	['Card: Points Order Changed', 'event.card_pay_order', 'On change of a card points order'],
	['Card: Received', 'event.user_get_card', 'On card received'],
	['Card: Redeemed', 'event.user_consume_card', 'On card redeemed'],
	['Card: Refused', 'event.card_not_pass_check', 'On card refused by review'],
	['Card: Stock Low', 'event.card_sku_remind', 'On stock of a card low'],
	['Card: Viewed', 'event.user_view_card', 'On member card viewed'],
	[
		'Customer Service Session Closed',
		'event.kf_close_session',
		'On customer service session closed',
	],
	[
		'Customer Service Session Created',
		'event.kf_create_session',
		'On customer service session created',
		'Until it is closed, WeChat sends messages of this follower to the person only',
	],
	[
		'Customer Service Session Transferred',
		'event.kf_switch_session',
		'On customer service session transferred',
	],
	['Link Message', 'link', 'On link message'],
	['Location Message', 'location', 'On location message'],
	['Location Reported', 'event.LOCATION', 'On location reported by the phone'],
	['Media Checked', 'event.wxa_media_check', 'On result of a media check'],
	[
		'Menu: Album or Camera Photo Sent',
		'event.pic_photo_or_album',
		'On photo from album or camera by the menu',
	],
	['Menu: Camera Photo Sent', 'event.pic_sysphoto', 'On photo from the camera by the menu'],
	['Menu: Code Scanned', 'event.scancode_push', 'On code scanned by the menu'],
	[
		'Menu: Code Scanned and Awaiting Reply',
		'event.scancode_waitmsg',
		'On code scanned by the menu, awaiting a reply',
	],
	['Menu: Link Opened', 'event.VIEW', 'On link opened by the menu'],
	['Menu: Location Sent', 'event.location_select', 'On location sent by the menu'],
	['Menu: Mini Program Opened', 'event.view_miniprogram', 'On mini program opened by the menu'],
	['Menu: WeChat Album Photo Sent', 'event.pic_weixin', 'On photo from the album by the menu'],
	['Publication Finished', 'event.PUBLISHJOBFINISH', 'On publication finished'],
	['Short Video Message', 'shortvideo', 'On short video message'],
	[
		'Subscription Notice Answered',
		'event.subscribe_msg_popup_event',
		'On subscription notice agreed or refused',
	],
	['Subscription Notice Sent', 'event.subscribe_msg_sent_event', 'On subscription notice sent'],
	[
		'Subscription Notice Setting Changed',
		'event.subscribe_msg_change_event',
		'On subscription notice setting changed',
	],
	[
		'Template Message Delivered',
		'event.TEMPLATESENDJOBFINISH',
		'On template message delivered or refused',
	],
	[
		'User Authorization Revoked',
		'event.user_authorization_revoke',
		'On user authorization revoked',
		'WeChat asks to delete the data that was authorized',
	],
	[
		'User Cancelled WeChat Account',
		'event.user_authorization_cancellation',
		'On WeChat account of a user closed',
		'WeChat asks to delete the data of this person',
	],
	['User Information Changed', 'event.user_info_modified', 'On user information changed'],
	['Video Message', 'video', 'On video message'],
];

/** The kinds that most workflows begin with. */
export const COMMON_KINDS: INodePropertyOptions[] = COMMON.map(toOption);

/** Every message and event of the platform: those that are used most first. */
export const KIND_OPTIONS: INodePropertyOptions[] = [
	{ name: '[All]', value: ANY_KIND, description: 'Every message and event, also new kinds' },
	...COMMON_KINDS,
	...OTHERS.map(toOption),
];
