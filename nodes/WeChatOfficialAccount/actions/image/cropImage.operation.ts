import { itemOperation } from '../operation';
import { lookAt, picture } from './picture';

export const cropImage = itemOperation({
	option: {
		name: 'Crop',
		value: 'cropImage',
		action: 'Crop image',
		description: 'Let WeChat find the best part of a picture',
	},
	endpoints: ['POST /cv/img/aicrop'],
	limits: 'pictures up to 2 MB',
	fields: { picture },
	async execute(ctx, { picture }, itemIndex) {
		return await lookAt(ctx, itemIndex, '/cv/img/aicrop', picture);
	},
});
