/** An element of a page. */
export interface Element {
	/** In small letters; of drawings as SVG spells it. */
	tag: string;
	/** Values without entities. */
	attributes: Map<string, string>;
	children: Node[];
}

/** An element, or text without entities. */
export type Node = Element | string;

export const element = (
	tag: string,
	children: Node[] = [],
	attributes: Iterable<[string, string]> = [],
): Element => ({ tag, attributes: new Map(attributes), children });

export const isElement = (node: Node): node is Element => typeof node !== 'string';

/** Every element below, in the order of the text. */
export function* elementsOf(nodes: Node[]): Generator<Element> {
	for (const node of nodes) {
		if (!isElement(node)) continue;
		yield node;
		yield* elementsOf(node.children);
	}
}

/** The text below, without elements. */
export function textOf(nodes: Node[]): string {
	return nodes.map((node) => (isElement(node) ? textOf(node.children) : node)).join('');
}

/** Elements that have no content and no end. */
export const VOID = new Set(
	'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

const escapeText = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const escapeValue = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

/**
 * The page as HTML; whatever stands in texts and values is escaped.
 *
 * @param addresses what to write for the sources of pictures
 */
export function toHtml(nodes: Node[], addresses: ReadonlyMap<string, string> = new Map()): string {
	return nodes
		.map((node) => {
			if (!isElement(node)) return escapeText(node);
			const { tag, attributes, children } = node;
			const values = [...attributes].map(([name, value]) => {
				const written = tag === 'img' && name === 'src' ? (addresses.get(value) ?? value) : value;
				return ` ${name}="${escapeValue(written)}"`;
			});
			const start = `<${tag}${values.join('')}>`;
			return VOID.has(tag) ? start : `${start}${toHtml(children, addresses)}</${tag}>`;
		})
		.join('');
}
