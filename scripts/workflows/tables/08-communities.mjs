import { groupContents, groups, polls } from '../content/communities.mjs';

export const tables = {
	/** Polls; the latest one that has begun is asked. `choices`: one a line, answered by number. */
	wechat_polls: {
		columns: {
			key: 'string',
			question: 'string',
			choices: 'string',
			startsAt: 'date',
			endsAt: 'date',
			mode: 'string',
			hidesResults: 'boolean',
			isActive: 'boolean',
		},
	},

	/** What followers have sent in; `key` is that of the row in wechat_activity_rows. */
	wechat_submissions: {
		columns: {
			key: 'string',
			openId: 'string',
			activityId: 'string',
			at: 'date',
			text: 'string',
			warnings: 'string',
			pictureUntil: 'date',
			mediaId: 'string',
			picUrl: 'string',
			permanentMediaId: 'string',
			permanentUrl: 'string',
			reviewCode: 'string',
			status: 'string',
			judge: 'string',
			scores: 'string',
			score: 'number',
			note: 'string',
			reviewedAt: 'date',
			points: 'number',
			draftMediaId: 'string',
			toldAt: 'date',
			isSettled: 'boolean',
		},
		indexes: [['openId', 'at'], 'reviewCode'],
	},

	/** Groups that followers can be led to. `joined` counts the places that have been given. */
	wechat_groups: {
		columns: {
			key: 'string',
			name: 'string',
			scene: 'string',
			capacity: 'number',
			joined: 'number',
			mediaId: 'string',
			link: 'string',
			expiresAt: 'date',
			tag: 'string',
			priority: 'number',
			isActive: 'boolean',
			ticket: 'string',
			url: 'string',
		},
	},

	/** Who has a place in which group, or waits for one; `key` is the OpenID. */
	wechat_group_members: {
		columns: {
			key: 'string',
			openId: 'string',
			groupKey: 'string',
			groupName: 'string',
			status: 'string',
			choosing: 'string',
			choosingAt: 'date',
			at: 'date',
			confirmedAt: 'date',
		},
		indexes: ['status'],
	},

	/** What members get by customer service message, by layer (`new`, `active`, `silent`, `all`) and day. */
	wechat_group_contents: {
		columns: {
			key: 'string',
			layer: 'string',
			sendOn: 'string',
			text: 'string',
			isActive: 'boolean',
		},
	},

	/** One row per content and member, so that nobody gets a content twice. */
	wechat_group_sends: {
		columns: {
			key: 'string',
			openId: 'string',
			contentKey: 'string',
			layer: 'string',
			status: 'string',
			at: 'date',
		},
		indexes: ['openId'],
	},
};

export const content = {
	wechat_polls: polls,
	wechat_groups: groups,
	wechat_group_contents: groupContents,
};

export const personal = ['wechat_submissions', 'wechat_group_members', 'wechat_group_sends'];
