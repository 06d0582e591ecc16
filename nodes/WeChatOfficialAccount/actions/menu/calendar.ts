import { createHash } from 'node:crypto';
import { dayOf, dayText } from '../../../shared/calendar/days';
import type { Records } from '../../../shared/records/port';
import { menuCalendar } from '../../../shared/records/tables/menuCalendar';
import { isStanding, tagOf, type MenuRow } from '../../engine/menu/season';
import { isJson, writtenMenu } from '../../engine/menu/written';
import { areSameButtons } from './compare';
import { checkMenu, normalized, parseMenu, type Menu, type MenuButton } from './rules';

/** A menu that was replaced comes back when nothing else is due. */
const KEPT_PRIORITY = -1;

const DIGEST_LENGTH = 16;

/** The menu of a row, in WeChat's words. @throws UserInputError when WeChat would refuse it */
export function menuOf({ menu }: MenuRow): Menu {
	if (isJson(menu)) return { button: normalized(checkMenu(parseMenu(menu)).button) };
	return checkMenu(parseMenu({ button: writtenMenu(menu).button }));
}

/** Whether a menu that is online came from a row for the same followers. */
export const isKnown = (
	rows: readonly MenuRow[],
	tag: string,
	buttons: readonly MenuButton[],
): boolean =>
	rows
		.filter((row) => tagOf(row) === tag)
		.some((row) => {
			try {
				return areSameButtons([...buttons], menuOf(row).button);
			} catch {
				// What cannot be read was never online.
				return false;
			}
		});

/**
 * Keeps a menu that is about to be replaced and that no row of the calendar has, so that it is not lost: it comes
 * back by itself where the calendar has no other menu that always holds.
 *
 * @param now epoch milliseconds
 */
export async function keepReplaced(
	records: Records,
	rows: readonly MenuRow[],
	{ tag, buttons, now }: { tag: string; buttons: readonly MenuButton[]; now: number },
): Promise<void> {
	if (buttons.length === 0 || isKnown(rows, tag, buttons)) return;
	const menu = JSON.stringify({ button: normalized([...buttons]) });
	const digest = createHash('sha256').update(`${tag}\n${menu}`).digest('hex');
	await records.add(menuCalendar, [
		{
			key: `menu:kept:${digest.slice(0, DIGEST_LENGTH)}`,
			name: `原来的菜单（${dayText(dayOf(now))} 换下）`,
			isActive: !rows.some((row) => tagOf(row) === tag && isStanding(row)),
			priority: KEPT_PRIORITY,
			tag,
			menu,
		},
	]);
}
