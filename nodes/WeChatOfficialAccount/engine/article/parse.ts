import { UserInputError } from '../../../shared/inputError';
import { htmlTokens, type HtmlToken } from './tokens';
import { element, VOID, type Element, type Node } from './tree';

/** Elements deeper than this stand beside each other; no page that people write is that deep. */
const MAX_DEPTH = 60;

const words = (text: string): Set<string> => new Set(text.split(' '));

/** Elements that end a paragraph. */
const BLOCKS = words(
	'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul',
);

/** What an element ends that is still open, and how far that is looked for. */
interface Implied {
	ends: Set<string>;
	within: Set<string>;
}

const IMPLIED = new Map<string, Implied>(
	Object.entries({
		li: { ends: words('li'), within: words('ul ol td th') },
		dt: { ends: words('dt dd'), within: words('dl td th') },
		dd: { ends: words('dt dd'), within: words('dl td th') },
		td: { ends: words('td th'), within: words('tr table') },
		th: { ends: words('td th'), within: words('tr table') },
		tr: { ends: words('tr'), within: words('table') },
		thead: { ends: words('thead tbody tfoot'), within: words('table') },
		tbody: { ends: words('thead tbody tfoot'), within: words('table') },
		tfoot: { ends: words('thead tbody tfoot'), within: words('table') },
	}),
);

const PARAGRAPH: Implied = {
	ends: words('p'),
	within: new Set([...BLOCKS, 'td', 'th', 'body'].filter((tag) => tag !== 'p')),
};

/** Closes the open elements down to the one that is ended, if there is one within reach. */
function end(open: Element[], { ends, within }: Implied): void {
	for (let level = open.length - 1; level > 0; level--) {
		const tag = open[level]?.tag ?? '';
		if (ends.has(tag)) {
			open.length = level;
			return;
		}
		if (within.has(tag)) return;
	}
}

const NOWHERE = new Set<string>();

function add(open: Element[], token: HtmlToken): void {
	if (token.kind === 'close') {
		end(open, { ends: words(token.tag), within: NOWHERE });
		return;
	}
	if (token.kind === 'text') {
		open.at(-1)?.children.push(token.text);
		return;
	}
	const { tag, attributes, isClosed } = token;
	if (BLOCKS.has(tag)) end(open, PARAGRAPH);
	const implied = IMPLIED.get(tag);
	if (implied) end(open, implied);
	const added = element(tag, [], attributes);
	open.at(-1)?.children.push(added);
	// Only drawings and WeChat's own elements are closed by a slash; on others it means nothing.
	const isWhole = VOID.has(tag) || (isClosed && !BLOCKS.has(tag));
	if (!isWhole && open.length < MAX_DEPTH) open.push(added);
}

/** An article of 100,000 characters has fewer. */
const MAX_ELEMENTS = 50_000;

/**
 * Reads HTML of any kind, also what is not well-formed, in time that grows with its length.
 *
 * @throws UserInputError when it has more elements than any article
 */
export function parseHtml(html: string): Node[] {
	const root = element('');
	const open = [root];
	let elements = 0;
	for (const token of htmlTokens(html)) {
		if (token.kind === 'open') elements += 1;
		if (elements > MAX_ELEMENTS) {
			throw new UserInputError(
				`The page has more than ${MAX_ELEMENTS} elements, more than any article`,
				'Use simpler HTML, or split it into several articles.',
			);
		}
		add(open, token);
	}
	return root.children;
}
