import { draft } from '../../descriptions/locators';
import type { ValuesOf } from '../../../shared/operations/fields';
import { itemOperation } from '../operation';
import { articleFields, articleOptions, articlesOfForm } from './article';
import { articleJson } from './articleJson';
import { articleIndex } from './articleIndex';
import { composeArticles, readIn, type WrittenArticle } from './compose';
import { define } from './define';
import { contentFormat, lookFields, lookOf } from './look';
import { saveDraft } from './send';

const fields = {
	mediaId: draft(),
	articleIndex,
	define,
	contentFormat,
	...articleFields,
	articleJson,
	...lookFields,
	additionalFields: articleOptions,
};

const articlesOf = (values: ValuesOf<typeof fields>): WrittenArticle[] =>
	values.define === 'json' ? values.articleJson : articlesOfForm(values, values.additionalFields);

export const update = itemOperation({
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update draft',
		description: 'Replace one article of a draft, from Markdown or HTML',
	},
	endpoints: [
		'POST /cgi-bin/media/uploadimg',
		'POST /cgi-bin/material/add_material',
		'POST /cgi-bin/draft/update',
	],
	onlyOnce: {
		what: 'Update of a draft',
		isRepeatable: true,
		target: ({ mediaId, articleIndex }) => `${mediaId}-${articleIndex}`,
	},
	wording: { level: 'warn', texts: (values) => readIn(articlesOf(values)) },
	fields,
	async execute(ctx, values, itemIndex) {
		const { mediaId, articleIndex: index } = values;
		const written = articlesOf(values);
		const look = lookOf(values.contentFormat, values);
		const { articles, warnings, hasFreshCover } = await composeArticles(
			ctx,
			itemIndex,
			written,
			look,
		);
		const body = { media_id: mediaId, index, articles: articles[0] };
		await saveDraft(ctx, '/cgi-bin/draft/update', body, hasFreshCover);
		return { mediaId, index, updated: true, warnings };
	},
});
