/** A form of a page as it came. */
export interface PageForm {
	/** Values of hidden fields by name. */
	hidden: Record<string, string>;
	/** Values of the buttons, in their order. */
	buttons: string[];
	html: string;
}

const ENTITIES: Record<string, string> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&#36;': '$',
	'&#123;': '{',
	'&#125;': '}',
	'&amp;': '&',
};

/** The text that markup stands for. */
export const textOf = (markup: string): string =>
	markup.replace(/&(?:lt|gt|quot|#39|#36|#123|#125|amp);/g, (entity) => ENTITIES[entity] ?? '');

/** The forms of a page, as a browser would send them. */
export function pageForms(page: string): PageForm[] {
	return [...page.matchAll(/<form method="post">(.*?)<\/form>/gs)].map(([, html = '']) => {
		const fields = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
		const hidden = [...fields].map(([, name = '', value = '']) => [name, textOf(value)]);
		return {
			hidden: Object.fromEntries(hidden) as Record<string, string>,
			buttons: [...html.matchAll(/<button[^>]* value="(\w+)"/g)].map(([, value = '']) => value),
			html,
		};
	});
}
