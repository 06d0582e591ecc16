import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import { NEEDS, type MenuButton } from './rules';

/** WeChat takes a rule as `tag_id` and gives it back as `group_id`, as a text or as a number. */
const RULE_NAMES: Record<string, string> = { group_id: 'tag_id' };

/** What HTML writes for some signs. `&amp;` comes last: `&amp;lt;` stands for `&lt;`. */
const ENTITIES: Array<[written: RegExp, meant: string]> = [
	[/&lt;/gi, '<'],
	[/&gt;/gi, '>'],
	[/&quot;|&#34;/gi, '"'],
	[/&apos;|&#39;/gi, "'"],
	[/&amp;|&#38;/gi, '&'],
];

/** As it is meant: without the white space, and the entities of HTML, that a menu may come back with. */
const plain = (value: unknown): string =>
	ENTITIES.reduce(
		(text, [written, meant]) => text.replace(written, meant),
		String(value ?? '').trim(),
	);

/** The value of a field. Addresses are compared as a browser writes them, mini programs by small letters. */
function meant(field: string, value: unknown): string {
	const text = plain(value);
	if (field === 'appid') return text.toLowerCase();
	return field === 'url' && URL.canParse(text) ? new URL(text).href : text;
}

/** What a rule asks for. WeChat gives back what is not asked for as empty, or as 0. */
function asked(rule: IDataObject = {}): Record<string, string> {
	const entries = Object.entries(rule)
		.map(([name, value]): [string, string] => [RULE_NAMES[name] ?? name, plain(value)])
		.filter(([, value]) => value !== '' && value !== '0');
	return Object.fromEntries(entries);
}

/** What a button does, as texts, without what WeChat adds to a menu that it gives back. */
function effect(button: MenuButton): unknown {
	const { name, type, sub_button: entries, ...rest } = button;
	if (entries?.length) return { name: plain(name), entries: entries.map(effect) };
	const fields = NEEDS[type ?? ''] ?? Object.keys(rest);
	return {
		name: plain(name),
		type,
		fields: fields.map((field) => [field, meant(field, button[field])]),
	};
}

/** Whether two conditional menus are shown to the same followers. */
export const isSameRule = (a: IDataObject | undefined, b: IDataObject | undefined): boolean =>
	isEqual(asked(a), asked(b));

/** Whether two menus look and work the same; one may have been given back by WeChat (menu/get). */
export const areSameButtons = (a: MenuButton[] = [], b: MenuButton[] = []): boolean =>
	isEqual(a.map(effect), b.map(effect));
