import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readOne, type Records } from '../../shared/records/port';
import { menus } from '../../shared/records/tables/menus';
import { describeError, WeChatApiError } from '../../shared/transport/errors';
import { weChatRequest } from '../../shared/transport/request';
import { buttonsOf, type MenuButton } from '../engine/menu';
import { hasAccount } from './platform';

const KEY = 'menu:default';
/** There is no menu that was made by the API. */
const NO_MENU = 46003;

const MADE_BY_API = '/cgi-bin/menu/get';
/** Also one that was made in the console, and for every account. */
const SHOWN_NOW = '/cgi-bin/get_current_selfmenu_info';

const ask = async (ctx: IExecuteFunctions, path: string): Promise<IDataObject> =>
	await weChatRequest<IDataObject>(ctx, { method: 'GET', path, safe: true });

/** The default menu in WeChat's own words. */
async function currentMenu(ctx: IExecuteFunctions): Promise<unknown> {
	try {
		const { menu } = await ask(ctx, MADE_BY_API);
		return menu;
	} catch (error) {
		if (!(error instanceof WeChatApiError)) return await Promise.reject(error);
		// None by the API, or the account may not ask: what is shown now every account may ask for.
		const isNone = error.errcode === NO_MENU;
		const { selfmenu_info: shown } = await ask(ctx, SHOWN_NOW).catch(
			async (second: unknown) => await Promise.reject<IDataObject>(isNone ? second : error),
		);
		return shown;
	}
}

/**
 * Reads the menu of the account and keeps it for the page. One that cannot be read leaves the last one as it is.
 *
 * @param now epoch milliseconds
 * @returns what could not be read, in words
 */
export async function keepMenu(
	ctx: IExecuteFunctions,
	records: Records,
	now: number,
): Promise<string[]> {
	if (!hasAccount(ctx)) return [];
	try {
		const menu = await currentMenu(ctx);
		// What WeChat answers is plain data.
		const data = (menu ?? {}) as IDataObject;
		await records.put(menus, [{ key: KEY, menu: data, readAt: now }]);
		return [];
	} catch (error) {
		return [`menu: ${describeError(error).message}`];
	}
}

/** The menu as it was last read; empty when none was. */
export async function keptMenu(records: Records): Promise<MenuButton[]> {
	const row = await readOne(records, menus, { key: KEY });
	return row ? buttonsOf(row.menu) : [];
}
