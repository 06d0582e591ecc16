import type { Resource } from '../operation';
import { create } from './create.operation';
import { resolve } from './resolve.operation';

export const shortLink: Resource = {
	option: { name: 'Short Link', value: 'shortLink' },
	access: 'service',
	notice: 'Short links (短链) need a verified service account.',
	operations: [create, resolve],
};
