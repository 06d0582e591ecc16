import { attributeName, BECOMES, DRAWING, DROPPED, isOwn } from './allowed';
import { cssOf, styleOf } from './styles';
import { element, isElement, type Element, type Node } from './tree';

/** What an element becomes; undefined when only what it holds stays. */
function tagOf(tag: string): string | undefined {
	return BECOMES.get(tag) ?? DRAWING.get(tag) ?? (isOwn(tag) ? tag : undefined);
}

function attributesOf(tag: string, attributes: Map<string, string>): Map<string, string> {
	const kept = new Map<string, string>();
	for (const [name, value] of attributes) {
		const known = name === 'style' ? undefined : attributeName(tag, name, value);
		if (known) kept.set(known, value);
	}
	const css = cssOf(styleOf(attributes.get('style') ?? ''));
	if (css) kept.set('style', css);
	return kept;
}

/** WeChat's own pages name a picture in `data-src`, to load it late. */
function pictureOf(attributes: Map<string, string>): Map<string, string> {
	const picture = new Map(attributes);
	picture.set('src', (attributes.get('src') || attributes.get('data-src')) ?? '');
	picture.delete('data-src');
	return picture;
}

function cleanElement({ tag, attributes, children }: Element, left: Set<string>): Node[] {
	if (DROPPED.has(tag)) {
		left.add(tag);
		return [];
	}
	const kept = clean(children, left);
	const known = tagOf(tag);
	if (known === undefined) return kept;
	const all = tag === 'img' ? pictureOf(attributes) : attributes;
	if (tag === 'img' && !all.get('src')) return [];
	const added = element(known, kept, attributesOf(known, all));
	if (tag === 'center') added.attributes.set('style', 'text-align:center');
	return [added];
}

/**
 * What WeChat keeps of a page and what can do no harm: listed elements and attributes, styles without
 * positions and foreign pictures. Everything else dissolves into what it holds, or is left out.
 *
 * @param left gets the tags of elements that were left out with what they hold
 */
export function clean(nodes: Node[], left: Set<string>): Node[] {
	return nodes.flatMap((node) => (isElement(node) ? cleanElement(node, left) : [node]));
}
