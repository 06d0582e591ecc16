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
	type Field,
	type ValuesOf,
} from '../../../shared/operations/fields';
import { material, publishedArticle } from '../../descriptions/locators';
import { checkMenu, NEEDS, normalized, parseMenu, type Menu, type MenuButton } from './rules';

const WITH_KEY = Object.keys(NEEDS).filter((type) => NEEDS[type]?.includes('key'));

const forTypes = (...type: string[]) => ({ displayOptions: { show: { type } } });

/** A button or an entry; what its type needs stands under WeChat's own name. */
const buttonFields = {
	name: optionalText('Name'),
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
	),
	// One of the present menu, or a new one.
	key: locator(
		'Key',
		[fromList('searchMenuKeys'), byId('e.g. MENU_PRICE', 'Comes back as EventKey')],
		{ required: false, ...forTypes(...WITH_KEY) },
	),
	url: optionalText('URL', forTypes('view', 'miniprogram')),
	media_id: material({ required: false, ...forTypes('media_id') }),
	article_id: publishedArticle({
		required: false,
		...forTypes('article_id', 'article_view_limited'),
	}),
	appid: optionalText('Mini Program AppID', forTypes('miniprogram')),
	pagepath: optionalText('Mini Program Page', forTypes('miniprogram')),
};

const sortable = { typeOptions: { multipleValues: true, sortable: true } };

function toButton(row: ValuesOf<typeof buttonFields>): MenuButton {
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
				...buttonFields,
				entries: rows('Entries', ['entry', 'Entry'], buttonFields, {
					...sortable,
					placeholder: 'Add Entry',
				}),
			},
			{
				...sortable,
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
