import { randomBytes } from 'node:crypto';
import { isObject, type Json } from '../check';
import type { Platform } from '../platform';
import { push, verifyUrl, type Delivery, type PushResult } from '../push';
import type { CallbackConfig, Follower, State } from '../state';
import type { ChannelCode, ConsoleView } from './types';

export interface Picture {
	contentType: string;
	base64: string;
}

/** How long a picture that a follower has sent can be fetched. */
const THREE_DAYS_MS = 3 * 86_400_000;
const PICTURE = /^image\/(png|jpeg|gif|webp|bmp)$/;
const MOST_OF_A_NAME = 30;

/** @throws when nobody has this OpenID */
export function followerCalled({ followers }: State, openId: string): Follower {
	const follower = followers.get(openId);
	if (!follower) throw new Error('There is no such follower');
	return follower;
}

/** Pushes what a follower does. @throws when there is no such follower, or the account has no server URL */
export async function act({ state }: Platform, openId: string, fields: Json): Promise<PushResult> {
	followerCalled(state, openId);
	return await push(state, { FromUserName: openId, ...fields });
}

/** An OpenID of WeChat's length. */
const newOpenId = () => `o${randomBytes(20).toString('base64url').slice(0, 27)}`;

/** Somebody who does not follow the account yet. */
export function addPerson({ state }: Platform, { name = '' }: { name?: string }): Json {
	const { openId } = state.addFollower(newOpenId(), { isFollowing: false });
	const called = name.trim().slice(0, MOST_OF_A_NAME);
	if (called !== '') state.talk.names.set(openId, called);
	return { openId };
}

/** The codes that the account has made, each scene once, newest first. */
export function codesOf({ state }: Platform): ChannelCode[] {
	const codes = new Map<string, string>();
	for (const [ticket, { action_info: info }] of state.qrCodes) {
		const scene = isObject(info) && isObject(info.scene) ? info.scene : {};
		codes.set(String(scene.scene_str ?? scene.scene_id ?? ''), ticket);
	}
	return [...codes].map(([scene, ticket]) => ({ scene, ticket })).reverse();
}

/** A code of the account is scanned: who does not follow yet does so by it. */
export async function scanCode(
	platform: Platform,
	{ openId, scene }: { openId: string; scene: string },
): Promise<PushResult> {
	const { state } = platform;
	const follower = followerCalled(state, openId);
	const ticket = codesOf(platform).find((code) => code.scene === scene)?.ticket ?? `code_${scene}`;
	const scanned = { MsgType: 'event', Ticket: ticket };
	if (follower.isFollowing) {
		return await act(platform, openId, { ...scanned, Event: 'SCAN', EventKey: scene });
	}
	follower.isFollowing = true;
	follower.followedAt = state.clock.seconds();
	follower.followScene = 'ADD_SCENE_QR_CODE';
	return await act(platform, openId, {
		...scanned,
		Event: 'subscribe',
		EventKey: `qrscene_${scene}`,
	});
}

/** A picture: the account can fetch it by its media ID, or at its address on the simulator. */
export async function sendPicture(
	platform: Platform,
	given: Picture & { openId: string },
): Promise<PushResult> {
	const { state, url } = platform;
	if (!PICTURE.test(given.contentType)) throw new Error('This is no picture');
	const mediaId = `picture_${state.nextId()}`;
	const expiresAt = state.clock.now() + THREE_DAYS_MS;
	const data = Buffer.from(given.base64, 'base64');
	state.media.set(mediaId, { contentType: given.contentType, data, expiresAt });
	const PicUrl = `${url}/__sim/media?id=${mediaId}`;
	return await act(platform, given.openId, { MsgType: 'image', PicUrl, MediaId: mediaId });
}

/** A follower agrees to one subscription notice, or does not. */
export async function consent(
	platform: Platform,
	given: { openId: string; templateId: string; isAgreed: boolean },
): Promise<PushResult> {
	const SubscribeStatusString = given.isAgreed ? 'accept' : 'reject';
	const List = [{ TemplateId: given.templateId, SubscribeStatusString, PopupScene: '2' }];
	return await act(platform, given.openId, {
		MsgType: 'event',
		Event: 'subscribe_msg_popup_event',
		SubscribeMsgPopupEvent: { List },
	});
}

/** What a person copies into the credential, and what stands in the server configuration. */
export function consoleOf({ state }: Platform): ConsoleView {
	const { appId, appSecret, token, encodingAesKey } = state.account;
	const { url: serverUrl, mode } = state.callback;
	const notices = state.notices.map(({ id, title }) => ({ id, title }));
	return { appId, appSecret, token, encodingAesKey, serverUrl, mode, notices };
}

/**
 * Enters the server URL as in WeChat's console: it is kept if the server answers the check.
 *
 * @throws when it is no address, or the server does not answer as it should
 */
export async function enterServer(
	{ state }: Platform,
	{ url, mode }: Pick<CallbackConfig, 'url' | 'mode'>,
): Promise<Delivery> {
	if (!/^https?:\/\/[^\s/]+/.test(url))
		throw new Error('The server URL begins with http:// or https://');
	const before = { ...state.callback };
	Object.assign(state.callback, { url, mode });
	const answer = await verifyUrl(state).catch(
		(): Delivery => ({
			status: 0,
			body: '',
			milliseconds: 0,
		}),
	);
	if (answer.body === 'verified') return answer;
	Object.assign(state.callback, before);
	throw new Error(`The server did not pass the check (HTTP ${answer.status})`);
}
