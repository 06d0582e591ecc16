import { UserInputError } from '../../../shared/inputError';
import {
	choice,
	collection,
	field,
	optionalText,
	type Changes,
	type Fields,
} from '../../../shared/operations/fields';
import type { ArticleText, ContentFormat } from '../../engine/article/render';

const GREEN = '#07c160';
const NOTES_TITLE = '参考链接';
const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** `#rgb` or `#rrggbb`, as `#rrggbb`. */
const accentColour = field(
	{
		displayName: 'Accent Color',
		type: 'color',
		default: GREEN,
		description: 'Color of headings, marks and links in the themes',
	},
	(value) => {
		const colour = String(value ?? GREEN).trim();
		if (!COLOUR.test(colour)) {
			throw new UserInputError(
				"'Accent Color' is not a color",
				'Write it as #07c160: a # with three or six digits from 0 to f.',
			);
		}
		return colour.length === 7 ? colour : colour.replace(/[^#]/g, '$&$&');
	},
);

/** How the text of an article is written, and what it looks like. */
export const lookFields = {
	theme: choice(
		'Theme',
		[
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Simple for Markdown; HTML keeps its own looks',
			},
			{ name: 'Compact', value: 'compact', description: 'Small type, little space' },
			{ name: 'Elegant', value: 'elegant', description: 'Centered headings, wide lines' },
			{ name: 'Magazine', value: 'magazine', description: 'Headings on the accent color' },
			{ name: 'None', value: 'none', description: "WeChat's own looks" },
			{ name: 'Simple', value: 'simple', description: 'Headings with a mark' },
		],
		'auto',
	),
	appearance: collection('Appearance', 'Add Setting', {
		accentColor: accentColour,
		notesTitle: optionalText('Footnotes Title', {
			default: NOTES_TITLE,
			description: 'Stands above the links at the end',
		}),
		links: choice(
			'Links to Other Sites',
			[
				{
					name: 'As Footnotes',
					value: 'footnotes',
					description: 'A number in the text, the address at the end',
				},
				{ name: 'As Text', value: 'text' },
				{
					name: 'Keep',
					value: 'keep',
					description: 'For the few accounts that may link to other sites',
				},
			],
			'footnotes',
			{ description: 'WeChat takes them away from most accounts' },
		),
	}),
} satisfies Fields;

export const contentFormat = choice(
	'Content Format',
	[
		{ name: 'HTML', value: 'html' },
		{ name: 'Markdown', value: 'markdown' },
	],
	'html',
);

/** The content of one article, in either format. */
export const contentField = (changes: Changes = {}) =>
	optionalText('Content', {
		typeOptions: { rows: 6 },
		hint: 'Pictures are uploaded: by their address, or by the name of an input field, e.g. ![](binary:data)',
		...changes,
	});

/** What decides about the looks of an article, besides its text. */
export type Look = Omit<ArticleText, 'label' | 'text'>;

interface LookValues {
	theme: ArticleText['theme'] | 'auto';
	appearance: {
		accentColor: string | undefined;
		notesTitle: string | undefined;
		links: ArticleText['links'] | undefined;
	};
}

/** The looks of an article as they are filled in. */
export function lookOf(format: ContentFormat, { theme, appearance }: LookValues): Look {
	const { accentColor, notesTitle, links } = appearance;
	const own = format === 'markdown' ? 'simple' : 'none';
	return {
		format,
		theme: theme === 'auto' ? own : theme,
		accent: accentColor ?? GREEN,
		links: links ?? 'footnotes',
		notesTitle: notesTitle ?? NOTES_TITLE,
	};
}
