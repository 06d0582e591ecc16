import { UserInputError } from '../../../shared/inputError';

/*
 * A menu as a person writes it into a cell, a line each entry:
 *
 *     服务
 *     - 营业时间：每天 9:00 到 21:00
 *     - 官网：https://example.com
 *     - 签到
 *
 * A line that begins with a dash stands below the button before it. An address is opened, any other text is the
 * answer to the tap; without either the tap comes to the trigger with the name as its key.
 */

/** A button or an entry, in WeChat's words. */
export interface WrittenButton {
	name: string;
	type?: 'click' | 'view';
	key?: string;
	url?: string;
	sub_button?: WrittenButton[];
}

export interface WrittenMenu {
	button: WrittenButton[];
	/** What taps are answered with, by key. */
	answers: Map<string, string>;
}

const ENTRY = /^[-－–—·•*]\s*(.*)$/;
const ADDRESS = /^https?:\/\//i;
/** The first one parts name and value: an address has a colon of its own. */
const PARTED = /^([^：:=＝]*)[：:=＝](.*)$/s;

/** Line breaks of an answer, which has one line only. */
const BREAK = /\\n/g;

function partsOf(line: string): { name: string; value: string } {
	if (ADDRESS.test(line)) {
		throw new UserInputError(`The address ${line} has no name`, 'Write 名称：地址.');
	}
	const [, name = line, value = ''] = PARTED.exec(line) ?? [];
	return { name: name.trim(), value: value.trim() };
}

/** Whether a menu is written as WeChat's JSON instead. */
export const isJson = (text: string): boolean => text.trimStart().startsWith('{');

/** @throws UserInputError when a line cannot be understood */
export function writtenMenu(text: string): WrittenMenu {
	const menu: WrittenMenu = { button: [], answers: new Map() };
	for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
		if (line === '') continue;
		const [, entry] = ENTRY.exec(line) ?? [];
		const { name, value } = partsOf(entry ?? line);
		const button: WrittenButton = ADDRESS.test(value)
			? { type: 'view', name, url: value }
			: { type: 'click', name, key: name };
		if (entry === undefined) menu.button.push(button);
		else enter(menu.button.at(-1), button, line);
		if (button.type === 'click' && value !== '') {
			menu.answers.set(name, value.replace(BREAK, '\n'));
		}
	}
	return menu;
}

function enter(opener: WrittenButton | undefined, entry: WrittenButton, line: string): void {
	if (!opener) {
		throw new UserInputError(
			`'${line}' stands below no button`,
			'Write the name of the button, without a dash, on the line before.',
		);
	}
	// It opens its entries, and does nothing else.
	delete opener.type;
	delete opener.key;
	delete opener.url;
	(opener.sub_button ??= []).push(entry);
}
