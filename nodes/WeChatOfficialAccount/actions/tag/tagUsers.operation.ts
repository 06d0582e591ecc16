import { flag } from '../../../shared/operations/fields';
import { openIds } from '../../descriptions/common';
import { tag } from '../../descriptions/locators';
import { batchOperation } from '../operation';
import { changeTags } from './tagging';

export const tagUsers = batchOperation({
	option: {
		name: 'Tag Users',
		value: 'tagUsers',
		action: 'Tag users',
		description: 'Give a tag to followers, 50 per call',
	},
	endpoints: ['POST /cgi-bin/tags/members/batchtagging'],
	limits: '50 followers per call, 20 tags per follower',
	onlyOnce: {
		what: 'Tag given',
		recipients: ({ openIds }) => openIds,
		target: ({ tag: { value } }) => value,
	},
	fields: {
		tag: tag(),
		openIds: openIds(),
		createIfMissing: flag(
			'Create Tag if Missing',
			true,
			'Whether to create the tag when the account has none of this name',
			{ displayOptions: { show: { '/tag.mode': ['name'] } } },
		),
	},
	async executeAll(ctx, items) {
		return await changeTags(ctx, items, 'batchtagging', 'tagged');
	},
});
