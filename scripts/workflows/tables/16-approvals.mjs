export const tables = {
	/**
	 * What waits for a member of the staff before it is sent. `kind`: `reply` (to `openId`) or `broadcast`
	 * (to `tag`). `status`: `asked`, `sending` (approved and claimed), `sent`, `rejected`, `expired`,
	 * `failed`, `unclear` (n8n was stopped while it was being sent).
	 */
	wechat_approvals: {
		columns: {
			key: 'string',
			kind: 'string',
			openId: 'string',
			tag: 'string',
			text: 'string',
			requestedBy: 'string',
			requestedAt: 'date',
			status: 'string',
			staffOpenId: 'string',
			resumeUrl: 'string',
			deadline: 'date',
			decidedAt: 'date',
			decidedBy: 'string',
			note: 'string',
		},
		indexes: [['staffOpenId', 'status']],
	},
};

export const personal = ['wechat_approvals'];
