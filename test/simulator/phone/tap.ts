import { createHash } from 'node:crypto';
import { isObject, type Json } from '../check';
import { menuFor } from '../endpoints/menus';
import type { Platform } from '../platform';
import type { Follower, State } from '../state';
import { act, followerCalled, sendPicture, type Picture } from './actions';
import { refOf } from './content';
import type { Tapped } from './types';

export interface MenuTap {
	openId: string;
	/** Which button, and which entry below it; counted from 0. */
	at: number[];
	/** What the code that is scanned says. */
	scanned?: string;
	/** The picture that is taken. */
	picture?: Picture;
}

/** Where everybody is. */
const PLACE = { Location_X: '31.2989', Location_Y: '120.5853', Scale: '15', Label: '东风路 1 号' };

function buttonAt(state: State, follower: Follower, at: readonly number[]): Json {
	let list: Json[] = menuFor(state, follower)?.button ?? [];
	let found: Json | undefined;
	for (const index of at) {
		found = list[index];
		const below = found?.sub_button;
		list = Array.isArray(below) ? below.filter(isObject) : [];
	}
	if (!found || list.length > 0) throw new Error('The menu has no such entry any more');
	return found;
}

function articleBehind(state: State, { article_id: id }: Json): Tapped {
	const published = [...state.publications.values()].find(({ articleId }) => articleId === id);
	const article = state.articles.find(({ msgDataId }) => msgDataId === published?.msgDataId);
	return article ? { article: refOf(article) } : {};
}

async function photograph(platform: Platform, { openId, picture }: MenuTap, button: Json) {
	if (!picture) throw new Error('A picture is needed');
	const PicMd5Sum = createHash('md5').update(picture.base64).digest('hex');
	const SendPicsInfo = { Count: 1, PicList: { item: [{ PicMd5Sum }] } };
	await act(platform, openId, { ...event(button), SendPicsInfo });
	await sendPicture(platform, { openId, ...picture });
}

async function locate(platform: Platform, { openId }: MenuTap, button: Json) {
	await act(platform, openId, { ...event(button), SendLocationInfo: { ...PLACE, Poiname: '' } });
	await act(platform, openId, { MsgType: 'location', ...PLACE });
}

async function scan(platform: Platform, { openId, scanned = '' }: MenuTap, button: Json) {
	const ScanCodeInfo = { ScanType: 'qrcode', ScanResult: scanned };
	await act(platform, openId, { ...event(button), ScanCodeInfo });
}

const event = ({ type, key }: Json): Json => ({ MsgType: 'event', Event: type, EventKey: key });

/**
 * A tap on the menu that the follower sees: what WeChat does itself (a page, an article, a file) is done here, and the
 * account's server is told what it would be told.
 */
export async function tapMenu(platform: Platform, tap: MenuTap): Promise<Tapped> {
	const { state } = platform;
	const { openId } = tap;
	const follower = followerCalled(state, openId);
	const button = buttonAt(state, follower, tap.at);
	const type = String(button.type);
	if (type === 'media_id') {
		const content = { mediaId: button.media_id };
		follower.inbox.push({ via: 'menu', type: 'image', content, at: state.clock.now() });
		return {};
	}
	if (type.startsWith('article_')) return articleBehind(state, button);
	if (type === 'click') {
		await act(platform, openId, { ...event(button), Event: 'CLICK' });
	} else if (type === 'view') {
		await act(platform, openId, { MsgType: 'event', Event: 'VIEW', EventKey: button.url });
		return { open: String(button.url) };
	} else if (type === 'miniprogram') {
		const opened = { MsgType: 'event', Event: 'view_miniprogram', EventKey: button.pagepath };
		await act(platform, openId, opened);
	} else if (type.startsWith('pic_')) await photograph(platform, tap, button);
	else if (type.startsWith('scancode_')) await scan(platform, tap, button);
	else if (type === 'location_select') await locate(platform, tap, button);
	return {};
}
