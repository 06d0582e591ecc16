import { settings } from '../content/settings.mjs';

export const tables = {
	/** What can be changed without opening a workflow: addresses, limits, texts. */
	wechat_settings: { columns: { key: 'string', value: 'string', note: 'string' } },

	/** One row per follower. `key` is the OpenID. */
	wechat_contacts: {
		columns: {
			key: 'string',
			openId: 'string',
			isFollower: 'boolean',
			subscribedAt: 'date',
			scene: 'string',
			tier: 'string',
			segment: 'string',
			lastAt: 'date',
			tags: 'string',
			remark: 'string',
			groupName: 'string',
		},
	},

	/** Everything that followers and the account did; `key` is the trigger's `wechat.dedupeKey`. */
	wechat_interactions: {
		columns: {
			key: 'string',
			openId: 'string',
			kind: 'string',
			at: 'date',
			text: 'string',
			eventKey: 'string',
			articleId: 'string',
			bizmsgmenuid: 'string',
			points: 'number',
			auto: 'boolean',
		},
		indexes: [['openId', 'at'], 'at'],
	},
};

/** Rows that 00 fills in, by table. */
export const content = { wechat_settings: settings };

/** Tables whose rows belong to one follower (column `openId`); they go when the follower leaves. */
export const personal = ['wechat_interactions', 'wechat_contacts'];
