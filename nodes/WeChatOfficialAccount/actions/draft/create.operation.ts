import { UserInputError } from '../../../shared/inputError';
import type { ValuesOf } from '../../../shared/operations/fields';
import { itemOperation } from '../operation';
import { articleFields, articleOptions, articlesOfForm, moreArticles } from './article';
import { articlesJson } from './articleJson';
import { MAX_ARTICLES } from './articleLimits';
import { composeArticles, readIn, type WrittenArticle } from './compose';
import { define } from './define';
import { contentFormat, lookFields, lookOf } from './look';
import { saveDraft } from './send';

const fields = {
	define,
	contentFormat,
	...articleFields,
	articlesJson,
	...lookFields,
	moreArticles,
	additionalFields: articleOptions,
};

const articlesOf = (values: ValuesOf<typeof fields>): WrittenArticle[] =>
	values.define === 'json'
		? values.articlesJson
		: articlesOfForm(values, values.additionalFields, values.moreArticles);

export const create = itemOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create draft',
		description: 'Create a draft with up to eight articles, from Markdown or HTML',
	},
	endpoints: [
		'POST /cgi-bin/media/uploadimg',
		'POST /cgi-bin/material/add_material',
		'POST /cgi-bin/draft/add',
	],
	limits: '1,000 a day, 8 articles per draft',
	onlyOnce: { what: 'Draft', isRepeatable: false },
	wording: { level: 'warn', texts: (values) => readIn(articlesOf(values)) },
	fields,
	async execute(ctx, values, itemIndex) {
		const written = articlesOf(values);
		if (written.length > MAX_ARTICLES) {
			throw new UserInputError(
				`The draft has ${written.length} articles; WeChat takes ${MAX_ARTICLES}`,
				'Split them into several drafts.',
			);
		}
		const look = lookOf(values.contentFormat, values);
		const { articles, warnings, hasFreshCover } = await composeArticles(
			ctx,
			itemIndex,
			written,
			look,
		);
		const answer = await saveDraft(ctx, '/cgi-bin/draft/add', { articles }, hasFreshCover);
		return { mediaId: answer.media_id, articles: articles.length, warnings };
	},
});
