import type { Resource } from '../operation';
import { getArticles } from './getArticles.operation';
import { getFollowers } from './getFollowers.operation';
import { getInterface } from './getInterface.operation';
import { getMessages } from './getMessages.operation';

export const statistics: Resource = {
	option: { name: 'Statistics', value: 'statistics' },
	access: 'verified',
	notice:
		'Needs a verified account. Days are those of Shanghai; yesterday is complete from about 8:00.',
	operations: [getArticles, getFollowers, getInterface, getMessages],
};
