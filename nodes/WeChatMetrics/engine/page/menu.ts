import { startOfDay } from '../../../shared/calendar/days';
import { menuMap } from '../chart/menuMap';
import { tapsOf, type MenuButton } from '../menu';
import { panel } from './panel';
import type { Report } from './report';

const leavesOf = (buttons: readonly MenuButton[]): MenuButton[] =>
	buttons.flatMap((button) => (button.entries.length > 0 ? button.entries : button));

/** The menu as it is now, coloured by the taps of the period. */
export function menuPanel({ menu, interactions, fromDay, toDay }: Report): string {
	if (menu.length === 0) return '';
	const [start, end] = [startOfDay(fromDay), startOfDay(toDay + 1)];
	const taps = tapsOf(interactions.filter(({ at }) => at >= start && at < end));
	const known = new Set(leavesOf(menu).map(({ tap }) => tap));
	const elsewhere = [...taps].reduce(
		(sum, [tap, count]) => (known.has(tap) ? sum : sum + count),
		0,
	);
	const map = menuMap(
		menu,
		({ tap }) => (tap === '' ? null : (taps.get(tap) ?? 0)),
		'菜单点击热力图',
	);
	const note = elsewhere > 0 ? `另有 ${elsewhere} 次点击不在当前的默认菜单中。` : '';
	return panel('菜单点击热力图', map, note);
}
