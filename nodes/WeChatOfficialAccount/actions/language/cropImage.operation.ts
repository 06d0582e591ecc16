import { callWithImage, imageFields } from './image';
import type { ItemOperation } from '../operation';

export const cropImage: ItemOperation = {
	option: {
		name: 'Crop Image',
		value: 'cropImage',
		action: 'Crop image',
		description: 'Let WeChat find the best part of a picture',
	},
	endpoints: ['POST /cv/img/aicrop'],
	access: 'verified',
	limits: 'pictures up to 2 MB',
	properties: imageFields,
	async execute(ctx, itemIndex) {
		return await callWithImage(ctx, itemIndex, '/cv/img/aicrop');
	},
};
