import { UserInputError } from '../../shared/inputError';
import { asText, isRecord } from '../../shared/json';
import { isSignOfLife } from '../../shared/message/kinds';
import { toEpoch } from '../../shared/rows/row';
import type { Data } from '../../shared/contact/data';

/** What an item of the trigger says, as far as contacts go. */
export interface Happening {
	/** The same for every delivery. */
	key: string;
	/** '' when it is about nobody. */
	openId: string;
	/** As the trigger names it. */
	kind: string;
	/** Epoch milliseconds, as WeChat stamped it: deliveries may come late and in any order. */
	at: number;
	text: string;
	eventKey: string;
	articleId: string;
	/** QR scene, where there is one. */
	scene: string;
	/** How somebody came to follow, as WeChat names it in profiles; '' when it is not known. */
	source: string;
	/** The follower's profile, where the trigger has added it. */
	profile: Data;
	/** What else has to be known later. */
	data: Data;
}

/** Kinds that say what may be sent, though they are no sign of life. */
const CHANGES_OF_CONSENT: ReadonlySet<string> = new Set(['event.subscribe_msg_change_event']);

/** The names that WeChat has for them in profiles (`subscribe_scene`). */
const SOURCES: Readonly<Record<string, string>> = {
	payment: 'ADD_SCENE_PAID',
	qrCode: 'ADD_SCENE_QR_CODE',
};

/** Whether it is kept. What WeChat, the phone and the staff report is not: places come every few seconds. */
export const isKept = (kind: string): boolean => isSignOfLife(kind) || CHANGES_OF_CONSENT.has(kind);

const textIn = (object: Data, name: string): string => asText(object[name]);

const objectIn = (object: Data, name: string): Data => {
	const value = object[name];
	return isRecord(value) ? (value as Data) : {};
};

/** Templates of subscription notices that the follower has agreed to. */
function acceptedIn(wechat: Data): string[] {
	const notices: unknown = wechat.notices;
	return (Array.isArray(notices) ? notices : [])
		.filter(isRecord)
		.filter(({ SubscribeStatusString: status }) => status === 'accept')
		.map(({ TemplateId: id }) => String(id));
}

function dataOf(json: Data, wechat: Data): Data {
	const tapped = textIn(json, 'bizmsgmenuid');
	const accepted = acceptedIn(wechat);
	return {
		...(tapped === '' ? {} : { bizmsgmenuid: tapped }),
		...(accepted.length === 0 ? {} : { accepted }),
	};
}

function articleOf(json: Data): string {
	const id = textIn(json, 'MsgDataId');
	return id === '' ? '' : `${id}_${textIn(json, 'Idx') || '1'}`;
}

/**
 * Reads an item of the trigger.
 *
 * @param now epoch milliseconds, for an item without a time
 * @throws UserInputError when it is none
 */
export function happeningOf(json: Data, now: number): Happening {
	const wechat = objectIn(json, 'wechat');
	const [key, kind] = [textIn(wechat, 'dedupeKey'), textIn(wechat, 'kind')];
	if (key === '' || kind === '') {
		throw new UserInputError(
			'The item is no message of the trigger',
			"Connect the node 'WeChat Official Account Trigger' in front; what it gives has an object 'wechat'.",
		);
	}
	const profile = objectIn(wechat, 'profile');
	const seconds = Number(textIn(json, 'CreateTime'));
	return {
		key,
		openId: textIn(wechat, 'openId'),
		kind,
		at: seconds > 0 ? seconds * 1_000 : (toEpoch(wechat.receivedAt) ?? now),
		text: textIn(wechat, 'text') || textIn(json, 'Content') || textIn(json, 'Label'),
		eventKey: textIn(wechat, 'scene') || textIn(json, 'EventKey'),
		articleId: articleOf(json),
		scene: textIn(wechat, 'scene'),
		source: textIn(profile, 'followScene') || (SOURCES[textIn(wechat, 'source')] ?? ''),
		profile,
		data: dataOf(json, wechat),
	};
}
