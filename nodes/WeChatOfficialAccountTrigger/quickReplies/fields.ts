import {
	choice,
	optionalText,
	rows,
	text,
	writtenText,
	type ValuesOf,
} from '../../shared/operations/fields';

/** Name of the parameter. */
export const QUICK_REPLIES = 'quickReplies';

/** The row that answers what no other row does. */
export const ANY_OTHER = 'anyOther';

// They are answered without a run, so there is nothing that an expression could be about.
const asWritten = { noDataExpression: true };
const forTypes = (...replyType: string[]) => ({
	...asWritten,
	displayOptions: { show: { replyType } },
});

const rowFields = {
	match: choice(
		'When the Text',
		[
			{ name: 'Contains', value: 'contains' },
			{ name: 'Equals', value: 'equals' },
			{
				name: 'Is Any Other Text',
				value: ANY_OTHER,
				description: 'A text that no other row answers',
			},
			{ name: 'Starts With', value: 'startsWith' },
		],
		'equals',
		asWritten,
	),
	words: optionalText('Words', {
		...asWritten,
		required: true,
		placeholder: 'e.g. 营业时间，几点开门',
		hint: 'Several are separated by commas. Punctuation, spaces, full width and traditional characters make no difference.',
		displayOptions: { hide: { match: [ANY_OTHER] } },
	}),
	replyType: choice(
		'Reply With',
		[
			{ name: 'Image', value: 'image' },
			{ name: 'News', value: 'news', description: 'A card with title, picture and link (图文)' },
			{ name: 'Text', value: 'text' },
		],
		'text',
		asWritten,
	),
	text: writtenText('Text', {
		...forTypes('text'),
		typeOptions: { rows: 3 },
		placeholder: 'e.g. 每天 9:00–21:00',
		hint: 'Up to 2,048 bytes, about 680 Chinese characters. Links can be written as HTML anchors.',
	}),
	mediaId: text('Media ID', {
		...forTypes('image'),
		hint: 'Of permanent material (永久素材). That of a temporary upload (临时素材) works for three days.',
	}),
	title: writtenText('Title', forTypes('news')),
	description: optionalText('Description', forTypes('news')),
	picUrl: optionalText('Picture URL', { ...forTypes('news'), hint: 'JPG or PNG, 360 × 200' }),
	url: writtenText('URL', forTypes('news')),
};

/** A row as filled in. A value that cannot be used throws when it is read. */
export type QuickReplyRow = ValuesOf<typeof rowFields>;

/** The list on the screen. */
export const quickRepliesField = rows('Quick Replies', ['reply', 'Quick Reply'], rowFields, {
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Quick Reply',
	description:
		'Texts that this trigger answers by itself at once, without starting the workflow. The first row that matches answers. The output Answered gets these messages a few seconds later, to be recorded.',
});
