import type { Resource } from '../operation';
import { create } from './create.operation';
import { createImagePost } from './createImagePost.operation';
import { deleteDraft } from './delete.operation';
import { getDraft } from './get.operation';
import { getCount } from './getCount.operation';
import { getMany } from './getMany.operation';
import { getProductCard } from './getProductCard.operation';
import { previewHtml } from './previewHtml.operation';
import { update } from './update.operation';
import { updateImagePost } from './updateImagePost.operation';

export const draft: Resource = {
	option: { name: 'Draft', value: 'draft' },
	access: 'all',
	operations: [
		create,
		createImagePost,
		deleteDraft,
		getDraft,
		getCount,
		getMany,
		getProductCard,
		previewHtml,
		update,
		updateImagePost,
	],
};
