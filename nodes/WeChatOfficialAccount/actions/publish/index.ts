import type { Resource } from '../operation';
import { deletePublication } from './delete.operation';
import { getArticle } from './getArticle.operation';
import { getMany } from './getMany.operation';
import { getStatus } from './getStatus.operation';
import { submit } from './submit.operation';

export const publish: Resource = {
	option: { name: 'Publish', value: 'publish' },
	access: 'verified',
	notice: 'Publishing (发布) needs a verified account since July 2025. Followers are not notified.',
	operations: [deletePublication, getArticle, getMany, getStatus, submit],
};
