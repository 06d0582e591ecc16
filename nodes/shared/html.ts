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
