import { isRecord } from '../../shared/json';
import { cutText } from '../../shared/text/longest';
import type { Interaction } from './interactions';
import { isMenuTap } from './kinds';

/** WeChat: menu/create. */
const MOST_BUTTONS = 3;
const MOST_ENTRIES = 5;
/** Longest name that is kept; WeChat allows 60 bytes. */
const MOST_NAME = 30;

/** An entry of the menu: something to tap, or a button that opens more of them. */
export interface MenuButton {
	name: string;
	/** What a tap on it reports, see `tapOf`; '' when WeChat reports none, or it opens a list. */
	tap: string;
	entries: MenuButton[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Types whose taps come back with their key, an address or the page of a mini program (WeChat: custom menu events). */
const KEYED = /^(?:click|location_select|pic_\w+|scancode_\w+)$/;

/** What the tap of an entry is known by; two entries with the same key or address cannot be told apart. */
function reportOf({ type, key, url, pagepath }: Record<string, unknown>): string {
	const kind = textOf(type).toLowerCase();
	if (KEYED.test(kind)) return `key ${textOf(key)}`;
	if (kind === 'view') return `view ${textOf(url)}`;
	return kind === 'miniprogram' ? `page ${textOf(pagepath)}` : '';
}

/** The same for an event; undefined when it is no tap on the menu. */
export function tapOf(row: Interaction): string | undefined {
	if (!isMenuTap(row) || row.eventKey === '') return undefined;
	if (row.kind === 'event.VIEW') return `view ${row.eventKey}`;
	return `${row.kind === 'event.view_miniprogram' ? 'page' : 'key'} ${row.eventKey}`;
}

/** A list as it is, or as the menu shown now has it: `{ list }`. */
function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return isRecord(value) ? listOf(Array.isArray(value.list) ? value.list : []) : [];
}

function buttonOf(value: unknown, level: 1 | 2): MenuButton[] {
	if (!isRecord(value) || textOf(value.name).trim() === '') return [];
	const entries =
		level === 1
			? listOf(value.sub_button)
					.slice(0, MOST_ENTRIES)
					.flatMap((entry) => buttonOf(entry, 2))
			: [];
	const tap = entries.length > 0 ? '' : reportOf(value);
	return [{ name: cutText(textOf(value.name).trim(), MOST_NAME), tap, entries }];
}

/**
 * The buttons of a menu from WeChat's answers (menu/get, get_current_selfmenu_info) or from a row that keeps them;
 * of conditional menus nothing. Whatever else is there is left out.
 */
export function buttonsOf(answer: unknown): MenuButton[] {
	if (!isRecord(answer)) return [];
	const menu = answer.menu ?? answer.selfmenu_info ?? answer;
	const buttons = isRecord(menu) ? listOf(menu.button) : [];
	return buttons.slice(0, MOST_BUTTONS).flatMap((button) => buttonOf(button, 1));
}

/** Taps on the menu by what they report. */
export function tapsOf(rows: readonly Interaction[]): Map<string, number> {
	const taps = new Map<string, number>();
	for (const row of rows) {
		const tap = tapOf(row);
		if (tap !== undefined) taps.set(tap, (taps.get(tap) ?? 0) + 1);
	}
	return taps;
}
