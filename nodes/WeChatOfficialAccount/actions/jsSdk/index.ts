import type { Resource } from '../operation';
import { signUrl } from './signUrl.operation';

export const jsSdk: Resource = {
	option: { name: 'JS-SDK', value: 'jsSdk' },
	access: 'all',
	operations: [signUrl],
};
