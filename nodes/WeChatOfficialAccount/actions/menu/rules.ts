import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';

/** WeChat: menu/create. */
export const MAX_BUTTONS = 3;
export const MAX_ENTRIES = 5;
const MAX_NAME_BYTES = 16;
const MAX_ENTRY_NAME_BYTES = 60;
const MAX_KEY_BYTES = 128;
const MAX_URL_BYTES = 1_024;

/** What a button needs besides its name, by type. */
export const NEEDS: Record<string, string[]> = {
	click: ['key'],
	view: ['url'],
	scancode_push: ['key'],
	scancode_waitmsg: ['key'],
	pic_sysphoto: ['key'],
	pic_photo_or_album: ['key'],
	pic_weixin: ['key'],
	location_select: ['key'],
	media_id: ['media_id'],
	article_id: ['article_id'],
	article_view_limited: ['article_id'],
	miniprogram: ['appid', 'pagepath', 'url'],
};

/** What the form calls them. */
const LABELS: Record<string, string> = {
	key: 'Key',
	url: 'URL',
	media_id: 'Media',
	article_id: 'Article',
	appid: 'Mini Program AppID',
	pagepath: 'Mini Program Page',
};

export interface MenuButton extends IDataObject {
	name: string;
	type?: string;
	sub_button?: MenuButton[];
}

export interface Menu {
	button: MenuButton[];
}

function refuse(message: string, advice: string): never {
	throw new UserInputError(message, advice);
}

function checkBytes(label: string, text: string, maximum: number): void {
	const bytes = Buffer.byteLength(text);
	if (bytes === 0) refuse(`${label} is empty`, 'Fill it in.');
	if (bytes > maximum) {
		refuse(
			`${label} has ${bytes} bytes; WeChat accepts ${maximum}`,
			'Shorten it. A Chinese character takes three bytes, a letter or digit one.',
		);
	}
}

function checkButton(button: MenuButton, level: 1 | 2): void {
	const name = String(button?.name ?? '');
	const label = name ? `The name of the menu entry '${name}'` : 'The name of a menu entry';
	checkBytes(label, name, level === 1 ? MAX_NAME_BYTES : MAX_ENTRY_NAME_BYTES);
	const entries = button.sub_button ?? [];
	if (!Array.isArray(entries)) refuse(`'sub_button' of '${name}' is no list`, 'Correct the JSON.');
	if (entries.length > 0) {
		if (level === 2) refuse('The menu has more than two levels', 'Remove the third level.');
		if (entries.length > MAX_ENTRIES) {
			refuse(`'${name}' has ${entries.length} entries`, 'A button has up to five.');
		}
		for (const entry of entries) checkButton(entry, 2);
		return;
	}
	const needs = NEEDS[button.type ?? ''];
	if (!needs) {
		refuse(
			`'${name}' has no type that WeChat knows`,
			`Use one of: ${Object.keys(NEEDS).join(', ')}.`,
		);
	}
	for (const field of needs) {
		const maximum = field === 'url' ? MAX_URL_BYTES : MAX_KEY_BYTES;
		const what = `'${LABELS[field] ?? field}' of the menu entry '${name}'`;
		checkBytes(what, String(button[field] ?? ''), maximum);
	}
}

/** @throws UserInputError when WeChat would refuse the menu */
export function checkMenu(menu: Menu): Menu {
	if (!Array.isArray(menu.button) || menu.button.length === 0) {
		refuse('The menu has no button', 'Add one to three.');
	}
	if (menu.button.length > MAX_BUTTONS) {
		refuse(
			`The menu has ${menu.button.length} buttons`,
			'A menu has up to three: remove the others.',
		);
	}
	for (const button of menu.button) checkButton(button, 1);
	return menu;
}

/** A menu written as JSON. @throws UserInputError when it is something else */
export function parseMenu(value: unknown): Menu {
	try {
		const menu: unknown = typeof value === 'string' ? JSON.parse(value) : value;
		if (typeof menu === 'object' && menu !== null && 'button' in menu) return menu as Menu;
	} catch {
		// Told below, in words.
	}
	return refuse("'Menu' is not JSON with a list 'button'", 'Correct the JSON.');
}

/** Buttons without the empty list that WeChat adds below each entry, so that a menu that was read can be published. */
export function normalized(buttons: MenuButton[] = []): MenuButton[] {
	return buttons.map(({ sub_button: entries, ...button }) =>
		entries?.length ? { name: button.name, sub_button: normalized(entries) } : button,
	);
}

/** The names that people read, with those of the entries. */
export const namesOf = (buttons: readonly MenuButton[]): string[] =>
	buttons.flatMap(({ name, sub_button: entries = [] }) => [name, ...namesOf(entries)]);
