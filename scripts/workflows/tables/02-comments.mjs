export const tables = {
	/** Articles whose comments are watched; `key` is `msg_data_id` and position, counted from 1. */
	wechat_articles: {
		columns: {
			key: 'string',
			msgDataId: 'string',
			articleIndex: 'number',
			title: 'string',
			url: 'string',
			publishedAt: 'date',
			watchUntil: 'date',
			source: 'string',
		},
		indexes: ['watchUntil'],
	},

	/**
	 * One row per comment; `key` is `msgDataId:index:userCommentId`. It names no person: a comment is
	 * public, and what belongs to a follower stands in `wechat_interactions`.
	 *
	 * `status`: `pending` (to be answered), `answering` (claimed), `answered`, `person` (waits for one),
	 * `gone` (deleted by its writer), `old` (found long after it was written).
	 * `answer`: what the account replies by itself. `isOpen`: somebody still has to answer. `notice`: empty, `due` or `sent`.
	 * `election`: empty, `candidate`, `electing`, `elected` or `refused`.
	 */
	wechat_comments: {
		columns: {
			key: 'string',
			msgDataId: 'string',
			articleIndex: 'number',
			userCommentId: 'string',
			articleTitle: 'string',
			articleUrl: 'string',
			content: 'string',
			commentedAt: 'date',
			tier: 'string',
			sentiment: 'string',
			confidence: 'number',
			intent: 'string',
			urgency: 'string',
			status: 'string',
			isOpen: 'boolean',
			reason: 'string',
			answer: 'string',
			replyKind: 'string',
			dueAt: 'date',
			answerAfter: 'date',
			claimedAt: 'date',
			answeredAt: 'date',
			answeredBy: 'string',
			replyMinutes: 'number',
			notice: 'string',
			noticeAfter: 'date',
			election: 'string',
			electedAt: 'date',
		},
		indexes: ['commentedAt', ['status', 'answerAfter'], ['notice', 'noticeAfter'], 'election'],
	},
	/** How many comments may be elected a day: one row per place, `key` is `day|number`. */
	wechat_election_slots: {
		columns: { key: 'string', day: 'string', commentKey: 'string' },
		indexes: ['day'],
	},
};
