import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import {
	materialPicker,
	menuKeyPicker,
	pickedValue,
	publishedArticlePicker,
} from '../../descriptions/pickers';
import { tagField } from '../../descriptions/tag';
import { tagIdOf } from '../tag/tags';
import { checkMenu, NEEDS, normalized, parseMenu, type Menu, type MenuButton } from './rules';

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

type Row = Record<string, unknown> & { entries?: { entry?: Row[] } };

function toButton(row: Row): MenuButton {
	const entries = row.entries?.entry ?? [];
	const name = String(row.name ?? '').trim();
	if (entries.length > 0) return { name, sub_button: entries.map(toButton) };
	const type = String(row.type ?? 'click');
	const needs = (NEEDS[type] ?? []).map((key) => [key, pickedValue(row[key])]);
	return { type, name, ...Object.fromEntries(needs) };
}

/** The menu as filled in at the canvas, checked. */
export function menuFromFields(ctx: IExecuteFunctions, itemIndex: number): Menu {
	if (ctx.getNodeParameter('define', itemIndex) === 'json') {
		const { button } = checkMenu(parseMenu(ctx.getNodeParameter('menuJson', itemIndex)));
		return { button: normalized(button) };
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
