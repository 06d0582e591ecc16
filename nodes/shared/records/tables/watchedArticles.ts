import { defineTable } from '../table';

/**
 * Articles whose comments are read; `key` is `article:` and the ID of the article. One more row, under
 * `calls:comments`, counts the calls of the day.
 */
export const watchedArticles = defineTable({
	name: 'watched_articles',
	holds: 'articles whose comments are read, one row each',
	columns: {
		msgDataId: 'text',
		/** Position in the publication, from 0. */
		articleIndex: 'number',
		title: 'text',
		url: 'text',
		/** How the article became known: `event`, `entered`, `statistics` or `publications`. */
		source: 'text',
		publishedAt: 'time',
		watchUntil: 'time',
		/** When its comments are read next. A run that reads them moves it on, so that no other one does. */
		nextAt: 'time',
		scannedAt: 'time',
		/** When all pages were last read. */
		completedAt: 'time',
		/** Comments at the last reading. */
		total: 'number',
		/** IDs of the comments that are known, e.g. `1-57,60`. */
		seen: 'text',
		/** Why the comments could not be read the last time. */
		problem: 'text',
		/** The day in Shanghai, and the calls of it: in the row of the calls only. */
		day: 'text',
		calls: 'number',
	},
	indexes: [['nextAt']],
});
