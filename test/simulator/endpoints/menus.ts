import { isObject, type Json } from '../check';
import { fail } from '../errors';
import type { Follower, State, StoredMenu } from '../state';
import { OK, type Endpoints } from './endpoint';
import { followerOf } from './messages';

const MAX_KEY_BYTES = 128;
const MAX_URL_BYTES = 1_024;
const KEYED = [
	'click',
	'scancode_push',
	'scancode_waitmsg',
	'pic_sysphoto',
	'pic_photo_or_album',
	'pic_weixin',
	'location_select',
];

const bytes = (text: unknown) => Buffer.byteLength(String(text ?? ''));

function checkUrl({ url }: Json): void {
	if (bytes(url) === 0 || bytes(url) > MAX_URL_BYTES) fail(40020);
	if (!/^https?:\/\//.test(String(url))) fail(40055);
}

function checkKey({ key }: Json): void {
	if (bytes(key) === 0 || bytes(key) > MAX_KEY_BYTES) fail(40019);
}

function checkArticle(state: State, { article_id: id }: Json): void {
	const known = [...state.publications.values()].some(({ articleId }) => articleId === id);
	if (!known) fail(53600);
}

/** What a button needs, by its type. */
const NEEDS: Record<string, (button: Json, state: State) => void> = {
	...Object.fromEntries(KEYED.map((type) => [type, checkKey])),
	view: checkUrl,
	miniprogram(button) {
		checkUrl(button);
		if (bytes(button.appid) === 0 || bytes(button.pagepath) === 0) fail(40097);
	},
	media_id: ({ media_id: id }, state) => (state.hasMedia(id) ? undefined : fail(40007)),
	article_id: (button, state) => checkArticle(state, button),
	article_view_limited: (button, state) => checkArticle(state, button),
};

function checkButtons(state: State, list: unknown, level: 1 | 2 = 1): Json[] {
	const maximum = level === 1 ? 3 : 5;
	if (!Array.isArray(list) || list.length === 0 || list.length > maximum) {
		fail(level === 1 ? 40016 : 40023);
	}
	return list.map((button: unknown) => {
		if (!isObject(button) || bytes(button.name) === 0) fail(40018);
		if (bytes(button.name) > (level === 1 ? 16 : 60)) fail(40018);
		const { sub_button: entries } = button;
		// A menu as it is given back has an empty list at every button.
		const isGroup = Array.isArray(entries) ? entries.length > 0 || !button.type : !!entries;
		if (isGroup) {
			if (level === 2) fail(40023);
			return { name: button.name, sub_button: checkButtons(state, entries, 2) };
		}
		const need = NEEDS[String(button.type)] ?? fail(40015);
		need(button, state);
		return { ...button, sub_button: [] };
	});
}

/** A rule as it is given back: the tag is called a group, and everything is a number. */
function readBack({ tag_id: tag, client_platform_type: platform }: Json): Json {
	return {
		...(tag === undefined ? {} : { group_id: Number(tag) }),
		...(platform === undefined ? {} : { client_platform_type: Number(platform) }),
	};
}

function isFor({ tagIds, platformType }: Follower, rule: Json): boolean {
	const { tag_id: tag, client_platform_type: platform } = rule;
	if (tag !== undefined && !tagIds.includes(Number(tag))) return false;
	return platform === undefined || String(platform) === platformType;
}

/** The menu that a follower sees: of the rules that fit the newest one wins. */
export function menuFor(
	{ conditionalMenus, menu }: State,
	follower: Follower,
): StoredMenu | undefined {
	return conditionalMenus.find(({ matchrule }) => isFor(follower, matchrule)) ?? menu;
}

/** A button in the words of the console: entries below it in a list of their own. */
function inConsole({ sub_button: entries, ...button }: Json): Json {
	const isGroup = Array.isArray(entries) && entries.length > 0;
	const shown = button.type === 'media_id' ? { type: 'img', value: button.media_id } : button;
	if (!isGroup) return { name: button.name, ...shown };
	return { name: button.name, sub_button: { list: (entries as Json[]).map(inConsole) } };
}

/** The menu that followers see; with a server URL the one that was made in the console is switched off. */
function selfMenu(state: State): Json {
	const ofConsole = state.callback.url === '' ? state.consoleMenu : undefined;
	const button = state.menu ? state.menu.button.map(inConsole) : ofConsole;
	return { is_menu_open: button ? 1 : 0, selfmenu_info: { button: button ?? [] } };
}

export const menus: Endpoints = {
	'/cgi-bin/menu/create': {
		method: 'POST',
		body: { button: 'array' },
		answer({ body, state }) {
			state.menu = { button: checkButtons(state, body.button) };
			return OK;
		},
	},
	'/cgi-bin/menu/get': {
		method: 'GET',
		answer({ state }) {
			const { menu, conditionalMenus } = state;
			if (!menu) fail(46003);
			if (conditionalMenus.length === 0) return { menu };
			const conditionalmenu = conditionalMenus.map((entry) => ({
				...entry,
				matchrule: readBack(entry.matchrule),
			}));
			return { menu, conditionalmenu };
		},
	},
	'/cgi-bin/menu/delete': {
		method: 'GET',
		answer({ state }) {
			state.menu = undefined;
			state.conditionalMenus.splice(0);
			return OK;
		},
	},
	'/cgi-bin/menu/addconditional': {
		method: 'POST',
		body: {
			button: 'array',
			matchrule: { tag_id: 'string|number?', client_platform_type: 'string|number?' },
		},
		answer({ body, state }) {
			if (!state.menu) fail(65303);
			const matchrule = body.matchrule as Json;
			if (Object.keys(readBack(matchrule)).length === 0) fail(65304);
			const menuid = 400_000_000 + state.nextId();
			const button = checkButtons(state, body.button);
			state.conditionalMenus.unshift({ button, matchrule, menuid });
			// A text here, a number in menu/get: so it is on the real platform.
			return { menuid: String(menuid) };
		},
	},
	'/cgi-bin/menu/delconditional': {
		method: 'POST',
		body: { menuid: 'string|number' },
		answer({ body, state }) {
			const at = state.conditionalMenus.findIndex(
				({ menuid }) => String(menuid) === String(body.menuid),
			);
			if (at < 0) fail(65301);
			state.conditionalMenus.splice(at, 1);
			return OK;
		},
	},
	'/cgi-bin/menu/trymatch': {
		method: 'POST',
		body: { user_id: 'string' },
		answer({ body, state }) {
			const follower = followerOf(state, body.user_id);
			const { button } = menuFor(state, follower) ?? fail(46003);
			return { button };
		},
	},
	'/cgi-bin/get_current_selfmenu_info': {
		method: 'GET',
		answer: ({ state }) => selfMenu(state),
	},
};
