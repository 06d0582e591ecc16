import type { Resource } from '../operation';
import { cropImage } from './cropImage.operation';
import { enlargeImage } from './enlargeImage.operation';
import { recognizeCodes } from './recognizeCodes.operation';
import { recognizeText } from './recognizeText.operation';
import { translate } from './translate.operation';
import { voiceToText } from './voiceToText.operation';

export const language: Resource = {
	option: { name: 'Language', value: 'language' },
	access: 'all',
	operations: [cropImage, enlargeImage, recognizeCodes, recognizeText, translate, voiceToText],
};
