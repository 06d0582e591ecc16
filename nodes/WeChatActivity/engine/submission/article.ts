import { escapeHtml } from '../../../shared/html';
import { cutText } from '../../../shared/text/longest';

const LONGEST_TITLE = 30;
const FIRST_SENTENCE = /^[^。！？!?\n]*/u;

/** The beginning of a text, as a title. */
export function titleOf(text: string): string {
	const [first = ''] = FIRST_SENTENCE.exec(text.trim()) ?? [];
	return [...cutText(first)].slice(0, LONGEST_TITLE).join('').trim() || '读者投稿';
}

/** A text with its picture as HTML; whatever stands in the text is text. */
export function htmlOf(text: string, picture: string): string {
	const paragraphs = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => `<p>${escapeHtml(line)}</p>`);
	const image = picture === '' ? [] : [`<p><img src="${escapeHtml(picture)}"></p>`];
	return [...paragraphs, ...image].join('');
}
