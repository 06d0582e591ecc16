import { itemOperation } from '../operation';
import { lookAt, picture } from './picture';

export const enlargeImage = itemOperation({
	option: {
		name: 'Enlarge',
		value: 'enlargeImage',
		action: 'Enlarge image',
		description: 'Make a picture sharper; the result is a temporary media ID',
	},
	endpoints: ['POST /cv/img/superresolution'],
	limits: 'pictures up to 2 MB',
	fields: { picture },
	async execute(ctx, { picture }, itemIndex) {
		return await lookAt(ctx, itemIndex, '/cv/img/superresolution', picture);
	},
});
