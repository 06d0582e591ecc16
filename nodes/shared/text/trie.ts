interface Node<T> {
	next?: Map<number, Node<T>>;
	value?: T;
}

/** A phrase found in a text; positions are UTF-16 units. */
export interface Found<T> {
	start: number;
	end: number;
	value: T;
}

/**
 * Many phrases, looked up from a position of a text. A look-up ends with the longest phrase, so
 * reading a whole text costs at most its length times that of the longest phrase.
 */
export class Trie<T> {
	private readonly root = new Map<number, Node<T>>();
	/** By UTF-16 unit whether a phrase begins with it: most places of a text are done with this. */
	private readonly begins = new Uint8Array(0x10000);

	/** Adds a phrase; a phrase that is there already gets the new value. */
	set(phrase: string, value: T): void {
		let level = this.root;
		this.begins[phrase.charCodeAt(0)] = 1;
		for (let at = 0; at < phrase.length; at++) {
			const code = phrase.charCodeAt(at);
			let node = level.get(code);
			if (!node) {
				node = {};
				level.set(code, node);
			}
			if (at === phrase.length - 1) node.value = value;
			else level = node.next ??= new Map();
		}
	}

	/** The longest phrase that begins at a position. */
	longestAt(text: string, start: number): Found<T> | undefined {
		if (this.begins[text.charCodeAt(start)] !== 1) return undefined;
		let level: Map<number, Node<T>> | undefined = this.root;
		let longest: Node<T> | undefined;
		let end = start;
		for (let at = start; level && at < text.length; at++) {
			const node: Node<T> | undefined = level.get(text.charCodeAt(at));
			if (!node) break;
			if (node.value !== undefined) {
				longest = node;
				end = at + 1;
			}
			level = node.next;
		}
		return longest?.value === undefined ? undefined : { start, end, value: longest.value };
	}

	/** Every phrase that begins at a position, the shortest first. */
	eachAt(text: string, start: number, visit: (start: number, end: number, value: T) => void): void {
		if (this.begins[text.charCodeAt(start)] !== 1) return;
		let level: Map<number, Node<T>> | undefined = this.root;
		for (let at = start; level && at < text.length; at++) {
			const node: Node<T> | undefined = level.get(text.charCodeAt(at));
			if (!node) break;
			if (node.value !== undefined) visit(start, at + 1, node.value);
			level = node.next;
		}
	}
}

/** The words of a data file: separated by white space. */
export function wordsOf(list: string): string[] {
	return list.split(/\s+/).filter((word) => word !== '');
}

function isLatin(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** Whether a phrase stands alone: `hi` is no word in `this`, nor `110` in `1102`. For lower-case text. */
export function isWhole(text: string, start: number, end: number): boolean {
	const joinsBefore = isLatin(text, start) && isLatin(text, start - 1);
	const joinsAfter = isLatin(text, end - 1) && isLatin(text, end);
	return !joinsBefore && !joinsAfter;
}
