const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	$: '&#36;',
	'{': '&#123;',
	'}': '&#125;',
};

/**
 * Text that stands for itself wherever it is put in HTML or SVG, in content or in a quoted attribute. Beyond
 * the signs of markup those are written as entities that mean something to what handles a page on its way:
 * `{{ … }}` is an expression to n8n, `$&` a reference to whoever replaces a placeholder of a page.
 */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"'${}]/g, (sign) => ENTITIES[sign] ?? '');
}

/** Elements without content, which have no closing tag in HTML. */
const VOID: ReadonlySet<string> = new Set(['input', 'link', 'meta']);

/** Attributes by name: `true` for one without a value, undefined for none. */
export type Attributes = Readonly<Record<string, string | true | undefined>>;

/** An element of HTML; values of attributes are escaped, children have to be markup already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
	const list = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeHtml(value ?? '')}"`))
		.join('');
	return VOID.has(name) ? `<${name}${list}>` : `<${name}${list}>${children.join('')}</${name}>`;
}
