import { defineTable } from '../table';

/** Groups that followers are invited to; `key` is `group:` and a word of one's own. */
export const groups = defineTable({
	name: 'groups',
	holds: 'groups with their places and invitations',
	columns: {
		/** What followers read, e.g. 会员一群. */
		name: 'text',
		isActive: 'flag',
		/** Places; a WeChat group by code takes 200 people. */
		capacity: 'number',
		/** Higher ones are filled first. */
		priority: 'number',
		/** QR scene of those who are to come here first. */
		scene: 'text',
		/** Material ID of the picture of the group's code; '' for none. */
		mediaId: 'text',
		link: 'text',
		/** What the follower reads; '' for the text of the node. */
		invitation: 'text',
		/** From this time on the code is of no use; WeChat's own ends after seven days. */
		expiresAt: 'time',
		/** Tag for its members; '' for none. */
		tag: 'text',
	},
	indexes: [['isActive']],
	examples: [
		{
			key: 'group:members1',
			name: '会员一群',
			isActive: false,
			capacity: 200,
			priority: 2,
			scene: 'group',
			link: 'https://example.com/group1',
			tag: '会员群',
		},
		{
			key: 'group:members2',
			name: '会员二群',
			isActive: false,
			capacity: 200,
			priority: 1,
			scene: 'group',
			link: 'https://example.com/group2',
			tag: '会员群',
		},
	],
});
