import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { WeChatApiError } from '../../../shared/transport/errors';
import { get } from '../call';
import type { Menu, MenuButton } from './rules';

/** There is no menu. */
const NO_MENU = 46003;

/** A menu that only some followers see. */
export interface ConditionalMenu extends IDataObject {
	button: MenuButton[];
	matchrule: IDataObject;
	menuid: number;
}

interface MenuAnswer {
	menu: Menu;
	conditionalmenu?: ConditionalMenu[];
}

/** The menus made by the API; undefined when there is none. */
export async function currentMenu(ctx: IExecuteFunctions): Promise<MenuAnswer | undefined> {
	try {
		return await get<MenuAnswer>(ctx, '/cgi-bin/menu/get');
	} catch (error) {
		const isNone = error instanceof WeChatApiError && error.errcode === NO_MENU;
		return isNone ? undefined : await Promise.reject(error);
	}
}
