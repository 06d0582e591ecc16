import {
	renderArticle,
	type ArticleText,
} from '../../../nodes/WeChatOfficialAccount/engine/article/render';

/** What becomes of a text: Markdown without a theme, unless it is said. */
export function articleOf(text: string, changes: Partial<ArticleText> = {}) {
	const article = renderArticle({
		label: 'Content',
		format: 'markdown',
		theme: 'none',
		accent: '#07c160',
		links: 'footnotes',
		notesTitle: '参考链接',
		...changes,
		text,
	});
	return { ...article, html: article.toHtml(new Map()) };
}

/** The same for HTML. */
export const pageOf = (text: string, changes: Partial<ArticleText> = {}) =>
	articleOf(text, { format: 'html', ...changes });
