import omit from 'lodash/omit';
import { choice } from '../../../shared/operations/fields';
import { itemOperation } from '../operation';
import { lookAt, picture } from './picture';

const DOCUMENTS = [
	{ name: 'Bank Card', value: 'bankcard' },
	{ name: 'Business License', value: 'bizlicense' },
	{ name: 'Driving License', value: 'drivinglicense' },
	{ name: 'ID Card', value: 'idcard' },
	{ name: 'Licence Plate', value: 'platenum' },
	{ name: 'Menu', value: 'menu' },
	{ name: 'Printed Text', value: 'comm' },
	{ name: 'Vehicle License', value: 'driving' },
] as const;

export const recognizeText = itemOperation({
	option: {
		name: 'Recognize Text',
		value: 'recognizeText',
		action: 'Recognize text in image',
		description: 'Read the text of a picture (OCR)',
	},
	endpoints: DOCUMENTS.map(({ value }) => `POST /cv/ocr/${value}`),
	limits: '100 a day, pictures up to 2 MB',
	fields: { document: choice('Document', DOCUMENTS, 'comm'), picture },
	async execute(ctx, { document, picture }, itemIndex) {
		const answer = await lookAt(ctx, itemIndex, `/cv/ocr/${document}`, picture);
		return { document, ...omit(answer, ['errcode', 'errmsg']) };
	},
});
