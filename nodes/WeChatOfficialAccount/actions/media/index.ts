import type { Resource } from '../operation';
import { deleteMedia } from './delete.operation';
import { getTemporary } from './get.operation';
import { getCount } from './getCount.operation';
import { getMany } from './getMany.operation';
import { getPermanent } from './getPermanent.operation';
import { uploadArticleImage } from './uploadArticleImage.operation';
import { uploadPermanent } from './uploadPermanent.operation';
import { uploadTemporary } from './uploadTemporary.operation';

export const media: Resource = {
	option: { name: 'Media', value: 'media' },
	access: 'all',
	operations: [
		deleteMedia,
		getCount,
		getMany,
		getPermanent,
		getTemporary,
		uploadArticleImage,
		uploadPermanent,
		uploadTemporary,
	],
};
