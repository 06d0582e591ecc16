import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { WeChatApiError } from '../../../shared/transport/errors';
import {
	materialPicker,
	menuKeyPicker,
	pickedValue,
	publishedArticlePicker,
} from '../../descriptions/pickers';
import { tagField } from '../../descriptions/tag';
import { get } from '../call';
import { tagIdOf } from '../tag/tags';

/** WeChat: menu/create. */
const MAX_BUTTONS = 3;
const MAX_SUB_BUTTONS = 5;
const MAX_NAME_BYTES = 16;
const MAX_SUB_NAME_BYTES = 60;
const MAX_KEY_BYTES = 128;
const MAX_URL_BYTES = 1_024;

/** What a button needs besides its name, by type. */
const NEEDS: Record<string, string[]> = {
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

export interface MenuButton extends IDataObject {
	name: string;
	type?: string;
	sub_button?: MenuButton[];
}

export interface Menu {
	button: MenuButton[];
}

const WITH_KEY = Object.keys(NEEDS).filter((type) => NEEDS[type]?.includes('key'));

const buttonFields: INodeProperties[] = [
	{ displayName: 'Name', name: 'name', type: 'string', default: '' },
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Article', value: 'article_id' },
			{ name: 'Article as Page', value: 'article_view_limited' },
			{ name: 'Code Scan', value: 'scancode_push' },
			{ name: 'Code Scan With Reply', value: 'scancode_waitmsg' },
			{ name: 'Event', value: 'click', description: 'Sends a tap to the trigger' },
			{ name: 'Link', value: 'view' },
			{ name: 'Location', value: 'location_select' },
			{ name: 'Media', value: 'media_id' },
			{ name: 'Mini Program', value: 'miniprogram' },
			{ name: 'Photo From Album or Camera', value: 'pic_photo_or_album' },
			{ name: 'Photo From Camera', value: 'pic_sysphoto' },
			{ name: 'Photo From WeChat Album', value: 'pic_weixin' },
		],
		default: 'click',
	},
	{ ...menuKeyPicker, required: false, displayOptions: { show: { type: WITH_KEY } } },
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		displayOptions: { show: { type: ['view', 'miniprogram'] } },
	},
	{
		...materialPicker,
		name: 'media_id',
		required: false,
		displayOptions: { show: { type: ['media_id'] } },
	},
	{
		...publishedArticlePicker,
		name: 'article_id',
		required: false,
		displayOptions: { show: { type: ['article_id', 'article_view_limited'] } },
	},
	{
		displayName: 'Mini Program AppID',
		name: 'appid',
		type: 'string',
		default: '',
		displayOptions: { show: { type: ['miniprogram'] } },
	},
	{
		displayName: 'Mini Program Page',
		name: 'pagepath',
		type: 'string',
		default: '',
		displayOptions: { show: { type: ['miniprogram'] } },
	},
];

/** The menu as a form of 3 × 5 buttons, or as JSON. */
export const menuFields: INodeProperties[] = [
	{
		displayName: 'Define',
		name: 'define',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'form' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'form',
	},
	{
		displayName: 'Menu',
		name: 'menuJson',
		type: 'json',
		default: '{ "button": [] }',
		required: true,
		displayOptions: { show: { define: ['json'] } },
		description: 'The menu in the format of WeChat: an object with the list "button"',
	},
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		default: {},
		displayOptions: { show: { define: ['form'] } },
		hint: 'Up to three. A button with entries of its own opens them instead of doing something.',
		options: [
			{
				displayName: 'Button',
				name: 'button',
				values: [
					...buttonFields,
					{
						displayName: 'Entries',
						name: 'entries',
						type: 'fixedCollection',
						typeOptions: { multipleValues: true, sortable: true },
						placeholder: 'Add Entry',
						default: {},
						options: [{ displayName: 'Entry', name: 'entry', values: buttonFields }],
					},
				],
			},
		],
	},
];

/** Which followers see a conditional menu. */
export const matchRuleFields: INodeProperties[] = [
	{
		displayName: 'Shown To',
		name: 'shownTo',
		type: 'options',
		options: [
			{ name: 'Android Users', value: '2' },
			{ name: 'Followers With a Tag', value: 'tag' },
			{ name: 'iOS Users', value: '1' },
			{ name: 'Users of Other Systems', value: '3' },
		],
		default: 'tag',
	},
	{ ...tagField, displayOptions: { show: { shownTo: ['tag'] } } },
];

function refuse(message: string, advice: string): never {
	throw new UserInputError(message, advice);
}

function checkBytes(label: string, text: string, maximum: number): void {
	const bytes = Buffer.byteLength(text);
	if (bytes === 0) refuse(`${label} is empty`, 'Fill it in.');
	if (bytes > maximum) {
		refuse(`${label} has ${bytes} bytes; WeChat accepts ${maximum}`, 'Shorten it.');
	}
}

function checkButton(button: MenuButton, level: 1 | 2): void {
	const label = `The name of the menu entry '${button.name}'`;
	checkBytes(label, button.name, level === 1 ? MAX_NAME_BYTES : MAX_SUB_NAME_BYTES);
	const entries = button.sub_button ?? [];
	if (entries.length > 0) {
		if (level === 2) refuse('The menu has more than two levels', 'Remove the third level.');
		if (entries.length > MAX_SUB_BUTTONS) {
			refuse(`'${button.name}' has ${entries.length} entries`, 'A button has up to five.');
		}
		for (const entry of entries) checkButton(entry, 2);
		return;
	}
	const needs = NEEDS[button.type ?? ''];
	if (!needs) {
		refuse(
			`'${button.name}' has no type that WeChat knows`,
			`Use one of: ${Object.keys(NEEDS).join(', ')}.`,
		);
	}
	for (const name of needs) {
		const maximum = name === 'url' ? MAX_URL_BYTES : MAX_KEY_BYTES;
		checkBytes(`'${name}' of the menu entry '${button.name}'`, String(button[name] ?? ''), maximum);
	}
}

/** @throws UserInputError when WeChat would refuse the menu */
export function checkMenu(menu: Menu): Menu {
	if (!Array.isArray(menu.button) || menu.button.length === 0 || menu.button.length > MAX_BUTTONS) {
		refuse('A menu has one to three buttons', "Correct the list 'button'.");
	}
	for (const button of menu.button) checkButton(button, 1);
	return menu;
}

type Row = Record<string, unknown> & { entries?: { entry?: Row[] } };

function toButton(row: Row): MenuButton {
	const entries = row.entries?.entry ?? [];
	const name = String(row.name ?? '').trim();
	if (entries.length > 0) return { name, sub_button: entries.map(toButton) };
	const type = String(row.type ?? 'click');
	const needs = (NEEDS[type] ?? []).map((key) => [key, pickedValue(row[key])]);
	return { type, name, ...Object.fromEntries(needs) };
}

function parseMenu(value: unknown): Menu {
	try {
		const menu: unknown = typeof value === 'string' ? JSON.parse(value) : value;
		if (typeof menu === 'object' && menu !== null && 'button' in menu) return menu as Menu;
	} catch {
		// Told below, in words.
	}
	return refuse("'Menu' is not JSON with a list 'button'", 'Correct the JSON.');
}

/** The menu as filled in at the canvas, checked. */
export function menuFromFields(ctx: IExecuteFunctions, itemIndex: number): Menu {
	if (ctx.getNodeParameter('define', itemIndex) === 'json') {
		return checkMenu(parseMenu(ctx.getNodeParameter('menuJson', itemIndex)));
	}
	const rows = ctx.getNodeParameter('buttons.button', itemIndex, []) as Row[];
	return checkMenu({ button: rows.map(toButton) });
}

/** Who sees a conditional menu, in WeChat's words. */
export async function matchRuleOf(ctx: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	const shownTo = String(ctx.getNodeParameter('shownTo', itemIndex));
	return shownTo === 'tag'
		? { tag_id: String(await tagIdOf(ctx, itemIndex)) }
		: { client_platform_type: shownTo };
}

/** There is no menu. */
const NO_MENU = 46003;

interface MenuAnswer {
	menu: Menu;
	conditionalmenu?: IDataObject[];
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

/** Buttons without what WeChat adds by itself (empty lists), for a comparison. */
export function normalized(buttons: MenuButton[] = []): MenuButton[] {
	return buttons.map(({ sub_button: entries, ...button }) =>
		entries?.length ? { name: button.name, sub_button: normalized(entries) } : button,
	);
}
