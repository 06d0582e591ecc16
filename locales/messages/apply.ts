import ts from 'typescript';
import type { Found } from './find';
import { valuesOf } from './key';

/** What stands in place of a text in a source; undefined where it stays as it is. */
export type Translation = (found: Found) => string | undefined;

const PLACE = /\{(\w+)\}/;

/** A part of a template as it stands in a source. */
const escaped = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, '\\$&');

/**
 * A source with its texts in other words: nothing else is changed, the values in a text are computed as before.
 *
 * @param texts those of the source, in the order in which they stand; one within another comes behind it
 */
export function withMessages(
	source: ts.SourceFile,
	texts: readonly Found[],
	translation: Translation,
): string {
	const wordsOf = new Map<ts.Node, string>();
	for (const found of texts) {
		const words = translation(found);
		if (words !== undefined) wordsOf.set(found.node, words);
	}
	const inOrder = texts.filter(({ node }) => wordsOf.has(node));
	/** The source between two places, with the texts in it. */
	const between = (from: number, to: number): string => {
		let at = from;
		let made = '';
		for (const { node } of inOrder) {
			if (node.getStart() < at || node.end > to) continue;
			made += source.text.slice(at, node.getStart()) + written(node);
			at = node.end;
		}
		return made + source.text.slice(at, to);
	};
	const written = (node: Found['node']): string => {
		const words = wordsOf.get(node) ?? '';
		if (!ts.isTemplateExpression(node)) return JSON.stringify(words);
		const values = valuesOf(node);
		const parts = words.split(PLACE).map((part, place) => {
			const value = place % 2 === 1 ? values.get(part) : undefined;
			return value ? `\${${between(value.getStart(), value.end)}}` : escaped(part);
		});
		return `\`${parts.join('')}\``;
	};
	return between(0, source.text.length);
}
