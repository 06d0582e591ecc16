import type { Resource } from '../operation';
import { bringIntoStep } from './bringIntoStep.operation';
import { create } from './create.operation';
import { deleteTag } from './delete.operation';
import { getMany } from './getMany.operation';
import { getTagFollowers } from './getTagFollowers.operation';
import { getUserTags } from './getUserTags.operation';
import { tagUsers } from './tagUsers.operation';
import { untagUsers } from './untagUsers.operation';
import { update } from './update.operation';

export const tag: Resource = {
	option: { name: 'Tag', value: 'tag' },
	access: 'verified',
	notice:
		'Needs a verified account. An account has up to 100 tags (标签), a follower up to 20 of them.',
	operations: [
		bringIntoStep,
		create,
		deleteTag,
		getMany,
		getTagFollowers,
		getUserTags,
		tagUsers,
		untagUsers,
		update,
	],
};
