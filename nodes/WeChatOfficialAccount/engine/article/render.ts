import { UserInputError } from '../../../shared/inputError';
import { clean } from './clean';
import { dress, wear } from './dress';
import { settleLinks, type LinkMode, type Notes } from './links';
import { readMarkdown } from './markdown';
import { parseHtml } from './parse';
import { picturesOf, takeEmbedded, type Embedded, type Picture } from './pictures';
import { looksOf, type Looks, type ThemeName } from './themes';
import { element, toHtml, type Node } from './tree';

/** How the text of an article is written. */
export type ContentFormat = 'html' | 'markdown';

/** What an article is made of. */
export interface ArticleText {
	/** Name of the field, for messages. */
	label: string;
	format: ContentFormat;
	text: string;
	/** `none` keeps the looks that the text has. */
	theme: ThemeName | 'none';
	/** `#rrggbb` */
	accent: string;
	links: LinkMode;
	/** Above the footnotes. */
	notesTitle: string;
}

/** An article as WeChat shows it. */
export interface Article {
	/** Those that WeChat does not have yet, each once, in the order of the text. */
	pictures: Picture[];
	/** The first picture of the text, WeChat's own or not. */
	firstPicture?: string;
	/** What did not become what the text says, in words. */
	warnings: string[];
	/** The page. @param addresses where the pictures are by now, by source */
	toHtml(addresses: ReadonlyMap<string, string>): string;
}

/** HTML of other programs gets shorter on the way, Markdown only longer. In characters. */
const MAX_LENGTH: Record<ContentFormat, number> = { html: 300_000, markdown: 100_000 };

/** Characters that no text has, and halves of characters, which WeChat refuses as escapes. */
const BROKEN = /(?![\t\n\r])\p{Cc}|[\ud800-\udfff]/gu;

/** Nobody misses these. */
const UNSEEN = new Set(['base', 'head', 'link', 'meta', 'script', 'style', 'title']);

function notesOf(notes: Notes, title: string, looks?: Looks): Node[] {
	if (notes.size === 0) return [];
	const heading = element('p', [title]);
	const entries = [...notes].map(([address, { number, text }]) =>
		element('p', [`[${number}] ${text}: ${address}`]),
	);
	const all = element('section', [heading, ...entries]);
	if (looks) {
		wear(all, looks.notes);
		wear(heading, looks.notesTitle);
		for (const entry of entries) wear(entry, looks.note);
	}
	return [all];
}

function warningsOf(left: Set<string>, formulas: number): string[] {
	const warnings: string[] = [];
	const missing = [...left].filter((tag) => !UNSEEN.has(tag)).sort();
	if (missing.length > 0) {
		warnings.push(`Left out, since WeChat does not take it: ${missing.join(', ')}`);
	}
	if (formulas > 0) {
		warnings.push(
			`${formulas} ${formulas === 1 ? 'formula stands' : 'formulas stand'} there as text: WeChat shows none; use a picture instead`,
		);
	}
	return warnings;
}

/**
 * Makes of Markdown or HTML what WeChat keeps of an article: inline styles instead of style sheets,
 * `section` instead of `div`, footnotes instead of links to other sites, nothing that runs.
 *
 * @throws UserInputError when the text is longer than an article can be
 */
export function renderArticle(source: ArticleText): Article {
	const embedded: Embedded = new Map();
	const text = takeEmbedded(source.text, embedded).replace(BROKEN, '');
	const maximum = MAX_LENGTH[source.format];
	if (text.length > maximum) {
		throw new UserInputError(
			`'${source.label}' has ${text.length} characters; an article holds ${maximum}`,
			'Shorten it, or split it into several articles.',
		);
	}
	const { html, formulas } =
		source.format === 'markdown' ? readMarkdown(text) : { html: text, formulas: 0 };
	const left = new Set<string>();
	const notes: Notes = new Map();
	const page = settleLinks(clean(parseHtml(html), left), source.links, notes);
	const looks = source.theme === 'none' ? undefined : looksOf(source.theme, source.accent);
	const dressed = looks ? dress(page, looks) : page;
	const nodes = [...dressed, ...notesOf(notes, source.notesTitle, looks)];
	const { pictures, first } = picturesOf(nodes, embedded);
	const article = element('section', nodes);
	if (looks) wear(article, looks.article);
	return {
		pictures,
		firstPicture: first,
		warnings: warningsOf(left, formulas),
		toHtml: (addresses) => toHtml(looks ? [article] : nodes, addresses),
	};
}
