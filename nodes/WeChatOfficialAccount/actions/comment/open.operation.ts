import { articleFields } from '../../descriptions/article';
import type { ItemOperation } from '../operation';
import { callForArticle } from './callForComment';

export const open: ItemOperation = {
	option: {
		name: 'Open',
		value: 'open',
		action: 'Open comments of article',
		description: 'Let people comment on an article',
	},
	endpoints: ['POST /cgi-bin/comment/open'],
	properties: articleFields,
	async execute(ctx, itemIndex) {
		return { ...(await callForArticle(ctx, itemIndex, 'open')), isOpen: true };
	},
};
