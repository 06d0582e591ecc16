import { articleFields } from '../../descriptions/article';
import type { ItemOperation } from '../operation';
import { callForArticle } from './callForComment';

export const close: ItemOperation = {
	option: {
		name: 'Close',
		value: 'close',
		action: 'Close comments of article',
		description: 'No longer let people comment on an article',
	},
	endpoints: ['POST /cgi-bin/comment/close'],
	properties: articleFields,
	async execute(ctx, itemIndex) {
		return { ...(await callForArticle(ctx, itemIndex, 'close')), isOpen: false };
	},
};
