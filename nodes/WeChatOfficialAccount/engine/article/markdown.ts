import MarkdownIt from 'markdown-it';
import { addEmphasis } from './emphasis';
import { addFormulas } from './formulas';
import { addTasks } from './tasks';
import { unwrapped } from './wrapping';

/** Deeper levels of lists and quotes become text. */
const MAX_NESTING = 20;

const reader = new MarkdownIt({
	// What is allowed of HTML is decided once, for Markdown and HTML alike (`clean`).
	html: true,
	// A line that is ended is a line for the people who write here, not a space.
	breaks: true,
	linkify: false,
});
reader.set({ maxNesting: MAX_NESTING });
// Addresses are judged where they are used: pictures may come from an input field (`binary:data`).
reader.validateLink = () => true;
reader.normalizeLink = (address) => address;
reader.use(addEmphasis);
reader.use(addFormulas);
reader.use(addTasks);

/** What the reading of a text has found. */
export interface MarkdownPage {
	html: string;
	/** Formulas in it, which stand there as their source. */
	formulas: number;
}

/** Makes HTML of Markdown (CommonMark with tables, strikethrough, tasks and formulas). */
export function readMarkdown(text: string): MarkdownPage {
	const found = { formulas: 0 };
	return { html: reader.render(unwrapped(text), found), ...found };
}

const { unescapeAll } = reader.utils;

/** The text without entities, e.g. `&amp;` as `&`. */
export const withoutEntities = (text: string): string =>
	// The library's function takes backslashes for escapes, too; none is left in what it gets.
	text.includes('&') ? text.split('\\').map(unescapeAll).join('\\') : text;
