import { callWithImage, imageFields } from './image';
import type { ItemOperation } from '../operation';

export const recognizeCodes: ItemOperation = {
	option: {
		name: 'Recognize Codes',
		value: 'recognizeCodes',
		action: 'Recognize codes in image',
		description: 'Find QR codes and bar codes in a picture',
	},
	endpoints: ['POST /cv/img/qrcode'],
	access: 'verified',
	limits: 'pictures up to 2 MB',
	properties: imageFields,
	async execute(ctx, itemIndex) {
		return await callWithImage(ctx, itemIndex, '/cv/img/qrcode');
	},
};
