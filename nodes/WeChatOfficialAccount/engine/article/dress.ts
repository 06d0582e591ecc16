import { cssOf, styleOf, type Style } from './styles';
import type { Looks, Part } from './themes';
import { element, isElement, type Element, type Node } from './tree';

const PARTS = new Map<string, Part>([
	['p', 'p'],
	['h1', 'h1'],
	['h2', 'h2'],
	['h3', 'h3'],
	['h4', 'h4'],
	['h5', 'h4'],
	['h6', 'h4'],
	['ul', 'list'],
	['ol', 'list'],
	['li', 'li'],
	['blockquote', 'blockquote'],
	['pre', 'pre'],
	['code', 'code'],
	['table', 'table'],
	['th', 'th'],
	['td', 'td'],
	['img', 'img'],
	['hr', 'hr'],
	['a', 'a'],
	['strong', 'strong'],
	['sup', 'sup'],
]);

/** Looks as they are written, since most elements have none of their own. */
const written = new WeakMap<Style, string>();

function cssOfLook(look: Style): string {
	const css = written.get(look) ?? cssOf(look);
	written.set(look, css);
	return css;
}

/** Gives an element a look; what it has of its own comes last and wins. */
export function wear({ attributes }: Element, look: Style): void {
	const own = attributes.get('style');
	const css = own ? cssOf({ ...look, ...styleOf(own) }) : cssOfLook(look);
	if (css) attributes.set('style', css);
}

/** Spaces that WeChat would join, and lines that it would run together, made to stay. */
function keepSpace(text: string): Node[] {
	const lines = text.replace(/\t/g, '    ').split('\n');
	return lines.flatMap((line, position) => {
		const kept = line.replace(/^ | (?= )|(?<= ) /g, '\u00a0');
		return position === 0 ? [kept] : [element('br'), kept];
	});
}

function dressCode(nodes: Node[]): Node[] {
	return nodes.flatMap((node) => {
		if (!isElement(node)) return keepSpace(node);
		node.children = dressCode(node.children);
		return [node];
	});
}

/** A block of code: one element whose lines are ended by `br`; the last line has no end. */
function codeBlock(block: Element, looks: Looks): Element {
	const [only] = block.children;
	const inside = only && isElement(only) && only.tag === 'code' ? only.children : block.children;
	const last = inside.at(-1);
	if (typeof last === 'string') inside[inside.length - 1] = last.replace(/\n$/, '');
	block.children = [element('code', dressCode(inside))];
	wear(block, looks.pre);
	return block;
}

const BLOCK = /^(?:ul|ol|li|p|section|table|thead|tbody|tfoot|tr|td|th|pre|blockquote|hr|h\d)$/;

const isBlock = (node?: Node): boolean =>
	node !== undefined && isElement(node) && BLOCK.test(node.tag);

const isSpace = (node: Node): boolean => !isElement(node) && node.trim() === '';

/** Line ends between blocks are left out: in lists WeChat makes entries of them. */
function withoutGaps(nodes: Node[]): Node[] {
	return nodes.filter(
		(node, position) =>
			!isSpace(node) || !(isBlock(nodes[position - 1]) || isBlock(nodes[position + 1])),
	);
}

/** What stands in a list entry stands in one section, since WeChat breaks the line elsewhere. */
function listEntry(entry: Element): void {
	const children = withoutGaps(entry.children);
	const inline = children.filter((node) => !isBlock(node));
	const blocks = children.filter(isBlock);
	const last = inline.at(-1);
	if (typeof last === 'string') inline[inline.length - 1] = last.trimEnd();
	if (!inline.every(isSpace)) entry.children = [element('section', inline), ...blocks];
	for (const node of entry.children) {
		// Entries that are paragraphs keep the distance of entries.
		if (isElement(node) && node.tag === 'p') node.tag = 'section';
	}
}

function dressElement(node: Element, looks: Looks): Element {
	if (node.tag === 'pre') return codeBlock(node, looks);
	if (node.tag === 'li') listEntry(node);
	node.children = dress(node.children, looks);
	const part = PARTS.get(node.tag);
	if (part) wear(node, looks[part]);
	if (node.tag === 'li' || node.tag === 'blockquote') endWithoutGap(node);
	if (node.tag !== 'table') return node;
	// A wide table is moved sideways instead of making the page wide.
	return element('section', [node], [['style', 'overflow-x:auto']]);
}

/** The last paragraph inside has no distance below: the element around it has. */
function endWithoutGap({ children }: Element): void {
	const last = children.filter(isElement).at(-1);
	if (last?.tag === 'p')
		last.attributes.set('style', `${last.attributes.get('style')};margin-bottom:0`);
}

/** Gives every part of an article its look. */
export function dress(nodes: Node[], looks: Looks): Node[] {
	return withoutGaps(nodes).map((node) => (isElement(node) ? dressElement(node, looks) : node));
}
