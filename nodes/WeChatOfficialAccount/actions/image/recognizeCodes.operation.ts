import { itemOperation } from '../operation';
import { lookAt, picture } from './picture';

export const recognizeCodes = itemOperation({
	option: {
		name: 'Recognize Codes',
		value: 'recognizeCodes',
		action: 'Recognize codes in image',
		description: 'Find QR codes and bar codes in a picture',
	},
	endpoints: ['POST /cv/img/qrcode'],
	limits: 'pictures up to 2 MB',
	fields: { picture },
	async execute(ctx, { picture }, itemIndex) {
		return await lookAt(ctx, itemIndex, '/cv/img/qrcode', picture);
	},
});
