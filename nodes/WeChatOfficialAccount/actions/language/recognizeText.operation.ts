import omit from 'lodash/omit';
import { callWithImage, imageFields } from './image';
import type { ItemOperation } from '../operation';

export const recognizeText: ItemOperation = {
	option: {
		name: 'Recognize Text',
		value: 'recognizeText',
		action: 'Recognize text in image',
		description: 'Read the text of a picture (OCR)',
	},
	endpoints: [
		'POST /cv/ocr/bankcard',
		'POST /cv/ocr/bizlicense',
		'POST /cv/ocr/drivinglicense',
		'POST /cv/ocr/idcard',
		'POST /cv/ocr/platenum',
		'POST /cv/ocr/menu',
		'POST /cv/ocr/comm',
		'POST /cv/ocr/driving',
	],
	access: 'verified',
	limits: '100 a day, pictures up to 2 MB',
	properties: [
		{
			displayName: 'Document',
			name: 'document',
			type: 'options',
			options: [
				{ name: 'Bank Card', value: 'bankcard' },
				{ name: 'Business License', value: 'bizlicense' },
				{ name: 'Driving License', value: 'drivinglicense' },
				{ name: 'ID Card', value: 'idcard' },
				{ name: 'Licence Plate', value: 'platenum' },
				{ name: 'Menu', value: 'menu' },
				{ name: 'Printed Text', value: 'comm' },
				{ name: 'Vehicle License', value: 'driving' },
			],
			default: 'comm',
		},
		...imageFields,
	],
	async execute(ctx, itemIndex) {
		const document = String(ctx.getNodeParameter('document', itemIndex));
		const answer = await callWithImage(ctx, itemIndex, `/cv/ocr/${document}`);
		return { document, ...omit(answer, ['errcode', 'errmsg']) };
	},
};
