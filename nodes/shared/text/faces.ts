import { once } from 'lodash';
import faces from './data/faces.json';
import { Trie } from './trie';

const MARK = '/:';

/** By code in lower case; the two codes that differ only in case keep theirs, as WeChat writes them. */
const codes = once((): Trie<string> => {
	const trie = new Trie<string>();
	for (const [name, code] of Object.entries(faces)) trie.set(code, `[${name}]`);
	return trie;
});

function isLetter(text: string, at: number): boolean {
	return /[a-z]/i.test(text.charAt(at));
}

/**
 * Names WeChat's own faces: older clients write `/::)` and `/:strong` for what newer ones write as `[微笑]` and
 * `[强]`. To be used before letters become small, since `/::D` grins and `/::d` rolls its eyes. Linear in the length.
 */
export function nameFaces(text: string): string {
	let at = text.indexOf(MARK);
	if (at < 0) return text;
	const lower = text.toLowerCase();
	// A character that gets longer as a small one would shift all behind it.
	const read = lower.length === text.length ? lower : text;
	const parts: string[] = [];
	let copied = 0;
	while (at >= 0) {
		const found = codes().longestAt(text, at) ?? codes().longestAt(read, at);
		// `/:ok` in a word is no face: a path, or a sign of a program.
		const isFace = found && !(isLetter(text, found.end - 1) && isLetter(text, found.end));
		if (isFace) {
			parts.push(text.slice(copied, at), found.value);
			copied = found.end;
		}
		at = text.indexOf(MARK, isFace ? found.end : at + 1);
	}
	return parts.length === 0 ? text : parts.join('') + text.slice(copied);
}
