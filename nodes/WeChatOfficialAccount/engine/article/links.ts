import { element, isElement, textOf, type Element, type Node } from './tree';

/** What becomes of links to other sites, which WeChat takes away from most accounts. */
export type LinkMode = 'footnotes' | 'keep' | 'text';

/** Sites that every account may link to. */
const OWN_HOST = 'mp.weixin.qq.com';

/** The address of a link, if it leads to a page; `//host` is taken for https. */
function addressOf(text: string): URL | undefined {
	const trimmed = text.trim();
	const full = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
	if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return undefined;
	return new URL(full);
}

const isOwnPage = ({ hostname, username, port }: URL): boolean =>
	hostname === OWN_HOST && username === '' && port === '';

/** A link to a mini program leads by its own attributes. */
const isMiniProgram = ({ attributes }: Element): boolean =>
	Boolean(attributes.get('data-miniprogram-appid'));

/** Links that have become footnotes: the number and the first text of each address. */
export type Notes = Map<string, { number: number; text: string }>;

function noteOf(link: Element, address: string, notes: Notes): Node[] {
	const text = textOf(link.children).trim();
	// A picture that was a link, and an address that stands there already, need no note.
	if (text === '' || text === address || text === address.replace(/\/$/, '')) return link.children;
	const known = notes.get(address) ?? { number: notes.size + 1, text };
	notes.set(address, known);
	return [...link.children, element('sup', [`[${known.number}]`])];
}

function linkOf(link: Element, mode: LinkMode, notes: Notes): Node[] {
	const target = addressOf(link.attributes.get('href') ?? '');
	if (target && (isOwnPage(target) || mode === 'keep')) {
		link.attributes.set('href', target.href);
		return [link];
	}
	link.attributes.delete('href');
	if (isMiniProgram(link)) {
		link.attributes.set('href', '');
		return [link];
	}
	return target && mode === 'footnotes' ? noteOf(link, target.href, notes) : link.children;
}

/**
 * Keeps links to pages of WeChat and makes of the others what is wanted. A link that leads nowhere (to
 * a place of the page, to a program) leaves its text.
 *
 * @param notes gets the footnotes
 */
export function settleLinks(nodes: Node[], mode: LinkMode, notes: Notes): Node[] {
	return nodes.flatMap((node) => {
		if (!isElement(node)) return [node];
		node.children = settleLinks(node.children, mode, notes);
		return node.tag === 'a' ? linkOf(node, mode, notes) : [node];
	});
}
