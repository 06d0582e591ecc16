import { menuReplies, menus } from '../content/menus.mjs';

export const tables = {
	/** The calendar of menus; see content/menus.mjs. `menu` is the JSON that WeChat takes. */
	wechat_menus: {
		columns: {
			key: 'string',
			name: 'string',
			validFrom: 'string',
			validTo: 'string',
			priority: 'number',
			tagName: 'string',
			menu: 'string',
			isActive: 'boolean',
			note: 'string',
		},
	},

	/** Menus that followers have seen. `key` is a digest of the menu, `replacedBy` a key of the calendar. */
	wechat_menu_versions: {
		columns: {
			key: 'string',
			shownAt: 'date',
			buttons: 'string',
			replacedBy: 'string',
			status: 'string',
			menu: 'string',
		},
		indexes: ['shownAt'],
	},

	/** What a tap is answered with; `key` is the EventKey. */
	wechat_menu_replies: { columns: { key: 'string', text: 'string', isActive: 'boolean' } },

	/** Taps by week and entry. */
	wechat_menu_reports: {
		columns: {
			key: 'string',
			weekFrom: 'string',
			eventKey: 'string',
			kind: 'string',
			name: 'string',
			taps: 'number',
			clickers: 'number',
			tapShare: 'number',
		},
	},
};

export const content = { wechat_menus: menus, wechat_menu_replies: menuReplies };
