import pick from 'lodash/pick';
import {
	byId,
	choice,
	field,
	fromList,
	group,
	locator,
	optionalText,
	rows,
	type Changes,
	type Field,
	type ValuesOf,
} from '../../../shared/operations/fields';
import { material, publishedArticle } from '../../descriptions/locators';
import {
	checkMenu,
	MAX_BUTTONS,
	MAX_ENTRIES,
	NEEDS,
	normalized,
	parseMenu,
	type Menu,
	type MenuButton,
} from './rules';

const WITH_KEY = Object.keys(NEEDS).filter((type) => NEEDS[type]?.includes('key'));

/** A button with entries of its own does nothing else. */
const WITH_ENTRIES = { 'entries.entry': [{ _cnd: { exists: true as const } }] };

const withoutEntries: Changes = { displayOptions: { hide: WITH_ENTRIES } };

const forTypes = (...type: string[]): Changes => ({
	displayOptions: { show: { type }, hide: WITH_ENTRIES },
});

/** A button or an entry; what its type needs stands under WeChat's own name. */
const buttonFields = (name: Changes) => ({
	name: optionalText('Name', name),
	type: choice(
		'Type',
		[
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
		'click',
		withoutEntries,
	),
	// A new one at first: an account without a menu has none to choose from.
	key: locator(
		'Key',
		[
			fromList('searchMenuKeys'),
			byId('e.g. MENU_PRICE', 'Any text of your own. A tap brings it to the trigger as EventKey.'),
		],
		{ required: false, default: { mode: 'id', value: '' }, ...forTypes(...WITH_KEY) },
	),
	url: optionalText('URL', forTypes('view', 'miniprogram')),
	media_id: material({ required: false, ...forTypes('media_id') }),
	article_id: publishedArticle({
		required: false,
		...forTypes('article_id', 'article_view_limited'),
	}),
	appid: optionalText('Mini Program AppID', forTypes('miniprogram')),
	pagepath: optionalText('Mini Program Page', forTypes('miniprogram')),
});

const onButton = buttonFields({
	placeholder: 'e.g. 优惠',
	description: 'Up to 16 bytes, about 5 Chinese characters. WeChat shows 4 of them.',
});

const onEntry = buttonFields({
	placeholder: 'e.g. 会员优惠',
	description: 'Up to 60 bytes, about 20 Chinese characters. WeChat shows 8 of them.',
});

/** n8n marks the list when there are more. */
const atMost = (maxAllowedFields: number): Changes => ({
	typeOptions: { multipleValues: true, sortable: true, maxAllowedFields },
});

function toButton(row: ValuesOf<typeof onEntry>): MenuButton {
	const { type, name } = row;
	return { type, name: name.trim(), ...pick(row, NEEDS[type] ?? []) };
}

/** The menu as a form of 3 × 5 buttons, or as JSON. Gives it checked, in WeChat's words. */
export const menu: Field<Menu> = group(
	{
		define: choice(
			'Define',
			[
				{ name: 'Using Fields Below', value: 'form' },
				{ name: 'Using JSON', value: 'json' },
			],
			'form',
		),
		menuJson: field(
			{
				displayName: 'Menu',
				type: 'json',
				default: '{ "button": [] }',
				required: true,
				displayOptions: { show: { define: ['json'] } },
				description: 'The menu in the format of WeChat: an object with the list "button"',
			},
			parseMenu,
		),
		buttons: rows(
			'Buttons',
			['button', 'Button'],
			{
				...onButton,
				entries: rows('Entries', ['entry', 'Entry'], onEntry, {
					...atMost(MAX_ENTRIES),
					placeholder: 'Add Entry',
				}),
			},
			{
				...atMost(MAX_BUTTONS),
				placeholder: 'Add Button',
				displayOptions: { show: { define: ['form'] } },
				hint: 'Up to three. A button with entries of its own opens them instead of doing something.',
			},
		),
	},
	(values) => {
		if (values.define === 'json') return { button: normalized(checkMenu(values.menuJson).button) };
		const button = values.buttons.map((row): MenuButton => {
			const { name, entries } = row;
			return entries.length > 0
				? { name: name.trim(), sub_button: entries.map(toButton) }
				: toButton(row);
		});
		return checkMenu({ button });
	},
);
