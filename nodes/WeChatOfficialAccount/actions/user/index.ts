import type { Resource } from '../operation';
import { block } from './block.operation';
import { checkUserReachability } from './checkReachability.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { listBlocked } from './listBlocked.operation';
import { listFollowers } from './listFollowers.operation';
import { migrateOpenIds } from './migrateOpenIds.operation';
import { setRemark } from './setRemark.operation';
import { unblock } from './unblock.operation';

export const user: Resource = {
	option: { name: 'User', value: 'user' },
	access: 'verified',
	notice:
		'Needs a verified account. WeChat has not given out names and pictures of followers since 2021.',
	operations: [
		block,
		checkUserReachability,
		get,
		getMany,
		listBlocked,
		listFollowers,
		migrateOpenIds,
		setRemark,
		unblock,
	],
};
