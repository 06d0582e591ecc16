import type MarkdownIt from 'markdown-it';

const TASK = /^\[([ xX])\]\s+/;

/** Reads `- [ ]` and `- [x]` at the beginning of list entries as boxes; a page of WeChat has no others. */
export function addTasks(reader: MarkdownIt.MarkdownIt): void {
	reader.core.ruler.after('inline', 'tasks', ({ tokens }) => {
		tokens.forEach((token, position) => {
			const isFirst =
				tokens[position - 1]?.type === 'paragraph_open' &&
				tokens[position - 2]?.type === 'list_item_open';
			const [text] = token.children ?? [];
			if (token.type !== 'inline' || !isFirst || text?.type !== 'text') return;
			const [mark, state] = TASK.exec(text.content) ?? [];
			if (!mark) return;
			text.content = `${state === ' ' ? '☐' : '☑'} ${text.content.slice(mark.length)}`;
		});
	});
}
