import type { Resource } from '../operation';
import { signUrl } from './signUrl.operation';

export const jsSdk: Resource = {
	option: { name: 'JS-SDK', value: 'jsSdk' },
	access: 'verified',
	notice: 'Needs a verified account.',
	operations: [signUrl],
};
