import { defineTable } from '../table';

/** The default menu of the account, as it was last read; `key` is `menu:default`. */
export const menus = defineTable({
	name: 'menus',
	holds: 'the menu of the account as it was last read',
	columns: {
		/** As WeChat gives it: `button`, a list with `name`, `type`, `key` or `url` and `sub_button`. */
		menu: 'json',
		readAt: 'time',
	},
});
