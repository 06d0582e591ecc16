export const tables = {
	/** What WeChat counted, under its own names; `figures` says which statistics the row is from. */
	wechat_statistics: {
		columns: {
			key: 'string',
			figures: 'string',
			ref_date: 'string',
			user_source: 'string',
			new_user: 'number',
			cancel_user: 'number',
			cumulate_user: 'number',
			msg_type: 'string',
			msg_user: 'number',
			msg_count: 'number',
			read_user: 'number',
			share_user: 'number',
			zaikan_user: 'number',
			like_user: 'number',
			comment_count: 'number',
			collection_user: 'number',
			msgid: 'string',
			title: 'string',
			stat_date: 'string',
			read_avg_activetime: 'number',
		},
		indexes: ['ref_date'],
	},

	/** One row per metric and period, as WeChat Metrics calculates them. */
	wechat_metrics: {
		columns: {
			key: 'string',
			metric: 'string',
			label: 'string',
			layer: 'string',
			unit: 'string',
			period: 'string',
			date: 'string',
			from: 'string',
			to: 'string',
			value: 'number',
			previous: 'number',
			change: 'number',
			target: 'number',
			isTargetMet: 'boolean',
			numerator: 'number',
			denominator: 'number',
		},
		indexes: ['date'],
	},

	/** Unusual values; `status` is `new` until the staff have been told, then `told`. */
	wechat_metric_alerts: {
		columns: {
			key: 'string',
			metric: 'string',
			label: 'string',
			date: 'string',
			value: 'number',
			expected: 'number',
			z: 'number',
			severity: 'string',
			message: 'string',
			status: 'string',
		},
	},

	/** Followers who are about to leave. */
	wechat_churn_warnings: {
		columns: {
			key: 'string',
			openId: 'string',
			date: 'string',
			lastOn: 'string',
			silentDays: 'number',
			usualGapDays: 'number',
		},
		indexes: ['date'],
	},
};

export const personal = ['wechat_churn_warnings'];
