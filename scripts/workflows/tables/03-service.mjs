export const tables = {
	/**
	 * What happened in conversations and to comments, as WeChat SLA reads it. A chat is the case of its
	 * OpenID (`caseId` = `openId`), a comment the case of its key in `wechat_comments`. Whoever hands a chat
	 * over to a person writes a row with the kind `userMessage`; 03 adds what the person answers.
	 */
	wechat_service_events: {
		columns: {
			key: 'string',
			caseId: 'string',
			openId: 'string',
			channel: 'string',
			tier: 'string',
			kind: 'string',
			at: 'date',
			sentAs: 'string',
			text: 'string',
			link: 'string',
		},
		indexes: ['at', ['channel', 'kind', 'at']],
	},

	/** What the sweeps have found, so that nothing is told twice; `notice` is empty, or `sent`. */
	wechat_service_alerts: {
		columns: {
			key: 'string',
			caseId: 'string',
			openId: 'string',
			channel: 'string',
			tier: 'string',
			metric: 'string',
			status: 'string',
			startedAt: 'date',
			dueAt: 'date',
			endedAt: 'date',
			limitedBy: 'string',
			message: 'string',
			at: 'date',
			notice: 'string',
		},
		indexes: ['at', 'notice'],
	},

	/** Targets in minutes of business time; the first row that fits counts. */
	wechat_sla_policies: {
		columns: {
			key: 'string',
			tier: 'string',
			channel: 'string',
			label: 'string',
			firstResponse: 'number',
			nextResponse: 'number',
			resolution: 'number',
		},
	},
};

/** Nobody writes down when a chat is resolved, so that there is no target for it. */
const policy = (key, label, firstResponse, nextResponse) => ({
	key,
	tier: key,
	channel: '',
	label,
	firstResponse,
	nextResponse,
	resolution: 0,
});

export const content = {
	wechat_sla_policies: [
		policy('negative', '负面', 15, 30),
		policy('vip', 'VIP', 30, 30),
		policy('question', '咨询', 120, 120),
		policy('other', '其他', 120, 120),
		// The tier of a contact that nobody has changed.
		policy('normal', '普通', 120, 120),
	],
};

export const personal = ['wechat_service_events', 'wechat_service_alerts'];
