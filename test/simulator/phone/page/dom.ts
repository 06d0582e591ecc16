/*
 * The only place that makes elements. Texts become text nodes, never markup; addresses that a browser would run are
 * left out.
 */
export type Child = Node | string | undefined | false;
export type Attributes = Record<string, string | boolean | undefined>;

/** An address that only shows something: of the web, or of the simulator itself. */
export function safeAddress(address: string): string | undefined {
	return /^(https?:\/\/|\/(?!\/)|blob:)/i.test(address) ? address : undefined;
}

function set(element: Element, name: string, value: string): void {
	if (/^(on|style$|srcdoc$)/i.test(name)) throw new Error(`${name} is no attribute for data`);
	const isAddress = name === 'href' || name === 'src';
	const safe = isAddress ? safeAddress(value) : value;
	if (safe !== undefined) element.setAttribute(name, safe);
}

/** An element with attributes (`true` for those without a value) and children; strings are texts. */
export function el<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Attributes = {},
	...children: Child[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) {
		if (value !== undefined && value !== false) {
			set(element, attribute, value === true ? '' : value);
		}
	}
	add(element, children);
	return element;
}

/** Adds children behind those that are there; strings are texts. */
export function add(parent: Node, children: readonly Child[]): void {
	for (const child of children) {
		if (child === undefined || child === false) continue;
		parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
	}
}

/** Puts other children in the place of all. */
export function fill(parent: Node, ...children: Child[]): void {
	while (parent.firstChild) parent.removeChild(parent.firstChild);
	add(parent, children);
}

/** A button that does something. */
export function button(attributes: Attributes, action: () => void, ...children: Child[]) {
	const made = el('button', { type: 'button', ...attributes }, ...children);
	made.addEventListener('click', action);
	return made;
}

/** An element of the page. @throws when the page has none with this ID */
export function the<T extends HTMLElement>(id: string, type: new () => T): T {
	const found = document.getElementById(id);
	if (found instanceof type) return found;
	throw new Error(`The page has no ${id}`);
}
