import { integer } from '../../../shared/operations/fields';

/** Which article of a draft. */
export const articleIndex = integer('Article Position', [0, 7], {
	description: 'Position of the article in the draft, counted from 0',
});
