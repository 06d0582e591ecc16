export const tables = {
	/** One row per follower, as WeChat Segment gives it; `key` is the OpenID. */
	wechat_segments: {
		columns: {
			key: 'string',
			openId: 'string',
			segment: 'string',
			fineSegment: 'string',
			recencyDays: 'number',
			frequency: 'number',
			monetary: 'number',
			rScore: 'number',
			fScore: 'number',
			mScore: 'number',
			rfm: 'string',
			churnRisk: 'number',
			pending: 'string',
			pendingRuns: 'number',
			at: 'date',
		},
		indexes: ['segment'],
	},

	/** Who moved, by week. `key` is the Monday of the week and the OpenID. */
	wechat_segment_history: {
		columns: {
			key: 'string',
			openId: 'string',
			week: 'string',
			fromSegment: 'string',
			toSegment: 'string',
			at: 'date',
		},
		indexes: ['week', 'openId'],
	},

	/** What followers bought, in fen, where the shop's system tells it. May stay empty. */
	wechat_orders: {
		columns: { key: 'string', openId: 'string', amount: 'number', at: 'date' },
		indexes: ['at', 'openId'],
	},
};

export const personal = ['wechat_segments', 'wechat_segment_history', 'wechat_orders'];
