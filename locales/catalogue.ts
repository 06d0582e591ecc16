import type { Lookup } from './texts';

/**
 * Texts of another language by the English ones. Where one English text needs two, the key of the second
 * one names the parameter as well: `Menu @document`.
 */
export type Catalogue = Readonly<Record<string, string>>;

/** The key under which a text is found for one parameter only. */
export const keyFor = (text: string, context: string): string => `${text} @${context}`;

/** Between the tables that a node makes, where it lists them; each has an entry of its own. */
const BETWEEN_TABLES = ' · ';

const EXAMPLE = 'e.g. ';
/** Two words in a row: what a person would write in English, unlike an ID, an address or an expression. */
const ENGLISH_WORDS = /[a-z]{2,} [a-z]{2,}/;

/** How to put together what has no entry of its own; undefined when only an entry helps. */
function composed(text: string, find: (part: string) => string | undefined): string | undefined {
	if (text.startsWith(EXAMPLE) && !ENGLISH_WORDS.test(text.slice(EXAMPLE.length)))
		return `例如 ${text.slice(EXAMPLE.length)}`;
	if (!text.includes(BETWEEN_TABLES)) return undefined;
	const parts = text.split(BETWEEN_TABLES).map(find);
	return parts.every((part) => part !== undefined) ? parts.join(BETWEEN_TABLES) : undefined;
}

/**
 * Finds the texts of a catalogue.
 *
 * @param catalogues the one of the node first, then the one for all nodes
 * @param seen is told the key of each entry that was used
 * @param missing is told each text without an entry; it stays English
 */
export function lookupIn(
	catalogues: readonly Catalogue[],
	seen: (catalogue: Catalogue, key: string) => void = () => {},
	missing: (text: string, context: string) => void = () => {},
): Lookup {
	const entry = (key: string): string | undefined => {
		const catalogue = catalogues.find((texts) => Object.hasOwn(texts, key));
		if (catalogue) seen(catalogue, key);
		return catalogue?.[key];
	};
	return (text, context) => {
		const find = (part: string) => entry(keyFor(part, context)) ?? entry(part);
		const found = find(text) ?? composed(text, find);
		if (found === undefined) missing(text, context);
		return found ?? text;
	};
}
