import type { Resource } from '../operation';
import { cropImage } from './cropImage.operation';
import { enlargeImage } from './enlargeImage.operation';
import { recognizeCodes } from './recognizeCodes.operation';
import { recognizeText } from './recognizeText.operation';

export const image: Resource = {
	option: { name: 'Image', value: 'image' },
	access: 'verified',
	notice: 'Needs a verified account.',
	operations: [cropImage, enlargeImage, recognizeCodes, recognizeText],
};
