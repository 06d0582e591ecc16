import type MarkdownIt from 'markdown-it';

/** Characters of writing without spaces, with their punctuation. */
const WITHOUT_SPACES =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u;

const isInk = (character: string): boolean => /\S/.test(character);

/**
 * Finds emphasis in Chinese: CommonMark looks for spaces or punctuation around it and so misses
 * `这是**“重点”**吗`, which is how people and models write.
 */
export function addEmphasis(reader: MarkdownIt.MarkdownIt): void {
	const { State } = reader.inline;
	reader.inline.State = class extends State {
		override scanDelims(start: number, canSplitWord: boolean) {
			const found = super.scanDelims(start, canSplitWord);
			const before = this.src[start - 1] ?? ' ';
			const after = this.src[start + found.length] ?? ' ';
			if (!canSplitWord) return found;
			return {
				...found,
				can_open: found.can_open || (isInk(after) && WITHOUT_SPACES.test(before)),
				can_close: found.can_close || (isInk(before) && WITHOUT_SPACES.test(after)),
			};
		}
	};
}
