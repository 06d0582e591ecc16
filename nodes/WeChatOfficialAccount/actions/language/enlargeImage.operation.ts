import { callWithImage, imageFields } from './image';
import type { ItemOperation } from '../operation';

export const enlargeImage: ItemOperation = {
	option: {
		name: 'Enlarge Image',
		value: 'enlargeImage',
		action: 'Enlarge image',
		description: 'Make a picture sharper; the result is a temporary media ID',
	},
	endpoints: ['POST /cv/img/superresolution'],
	access: 'verified',
	limits: 'pictures up to 2 MB',
	properties: imageFields,
	async execute(ctx, itemIndex) {
		return await callWithImage(ctx, itemIndex, '/cv/img/superresolution');
	},
};
