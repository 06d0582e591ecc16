import { check, isObject, type Json } from '../check';
import { fail } from '../errors';
import { OK, type Endpoints } from './endpoint';
import { followerOf } from './messages';

const TYPES = new Set([
	'click',
	'view',
	'scancode_push',
	'scancode_waitmsg',
	'pic_sysphoto',
	'pic_photo_or_album',
	'pic_weixin',
	'location_select',
	'media_id',
	'article_id',
	'article_view_limited',
	'miniprogram',
]);

function checkButtons(list: unknown, level: 1 | 2): Json[] {
	const maximum = level === 1 ? 3 : 5;
	if (!Array.isArray(list) || list.length === 0 || list.length > maximum) {
		fail(level === 1 ? 40016 : 40023);
	}
	return list.map((button: unknown) => {
		if (!isObject(button) || typeof button.name !== 'string') fail(40018);
		if (Buffer.byteLength(button.name) > (level === 1 ? 16 : 60)) fail(40018);
		if (button.sub_button !== undefined) {
			if (level === 2) fail(40023);
			return { ...button, sub_button: checkButtons(button.sub_button, 2) };
		}
		if (!TYPES.has(String(button.type))) fail(40015);
		if (button.type === 'view' && Buffer.byteLength(String(button.url ?? '')) > 1_024) fail(40020);
		if (button.type === 'click' && !button.key) fail(40019);
		// The platform adds an empty list to what it gives back.
		return { ...button, sub_button: [] };
	});
}

export const menus: Endpoints = {
	'/cgi-bin/menu/create': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { button: 'array' });
			state.menu = { button: checkButtons(body.button, 1) };
			return OK;
		},
	},
	'/cgi-bin/menu/get': {
		method: 'GET',
		answer({ state }) {
			const { menu, conditionalMenus } = state;
			if (!menu) fail(46003);
			return conditionalMenus.length > 0 ? { menu, conditionalmenu: conditionalMenus } : { menu };
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
		answer({ body, state }) {
			check(body, { button: 'array', matchrule: 'object' });
			if (!state.menu) fail(65303);
			const matchrule = body.matchrule as Json;
			check(matchrule, { tag_id: 'string?', client_platform_type: 'string?' });
			const menuid = 400_000_000 + state.nextId();
			state.conditionalMenus.unshift({ button: checkButtons(body.button, 1), matchrule, menuid });
			// A text here, a number in menu/get: so it is on the real platform.
			return { menuid: String(menuid) };
		},
	},
	'/cgi-bin/menu/delconditional': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { menuid: 'string' });
			const at = state.conditionalMenus.findIndex(({ menuid }) => String(menuid) === body.menuid);
			if (at < 0) fail(65301);
			state.conditionalMenus.splice(at, 1);
			return OK;
		},
	},
	'/cgi-bin/menu/trymatch': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { user_id: 'string' });
			const { tagIds } = followerOf(state, body.user_id);
			const matching = state.conditionalMenus.find(({ matchrule }) =>
				tagIds.includes(Number(matchrule.tag_id)),
			);
			return { button: (matching ?? state.menu ?? fail(46003)).button };
		},
	},
	'/cgi-bin/get_current_selfmenu_info': {
		method: 'GET',
		answer: ({ state }) => ({
			is_menu_open: state.menu ? 1 : 0,
			selfmenu_info: { button: state.menu?.button ?? [] },
		}),
	},
};
