import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { withNote } from '../../../shared/transport/errors';
import { post } from '../call';
import { areSameButtons, isSameRule } from './compare';
import type { ConditionalMenu } from './currentMenu';
import type { Menu } from './rules';

/** What a removal that failed leaves behind. */
const NEW_ONE_IS_THERE =
	'The new menu is published, and followers see it; only the old one could not be removed. Run again to remove it.';

/** Takes a conditional menu away. */
export async function removeConditional(
	ctx: IExecuteFunctions,
	{ menuid }: ConditionalMenu,
): Promise<void> {
	await post(ctx, '/cgi-bin/menu/delconditional', { menuid: String(menuid) });
}

/**
 * Publishes a conditional menu where there is another one, or none, for the same followers.
 *
 * @param all the conditional menus that are there
 */
export async function publishConditional(
	ctx: IExecuteFunctions,
	all: readonly ConditionalMenu[],
	{ menu, matchrule }: { menu: Menu; matchrule: IDataObject },
): Promise<{ isNew: boolean; menuId: string; replaced: ConditionalMenu[] }> {
	const forSame = all.filter((entry) => isSameRule(entry.matchrule, matchrule));
	const same = forSame.find((entry) => areSameButtons(entry.button, menu.button));
	const replaced = forSame.filter((entry) => entry !== same);
	// The new one first: the followers never fall back to the menu for everybody in between.
	const { menuid } =
		same ??
		(await post<{ menuid: string }>(ctx, '/cgi-bin/menu/addconditional', { ...menu, matchrule }));
	for (const entry of replaced) {
		try {
			await removeConditional(ctx, entry);
		} catch (error) {
			return await Promise.reject(withNote(error, NEW_ONE_IS_THERE));
		}
	}
	return { isNew: !same, menuId: String(menuid), replaced };
}
