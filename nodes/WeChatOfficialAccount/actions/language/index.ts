import type { Resource } from '../operation';
import { translate } from './translate.operation';
import { voiceToText } from './voiceToText.operation';

export const language: Resource = {
	option: { name: 'Language', value: 'language' },
	access: 'all',
	operations: [translate, voiceToText],
};
