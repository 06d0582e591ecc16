import { activities, prizes, questions } from '../content/activities.mjs';

/** What the Activity node gives as rows to store. */
const ACTIVITY_ROW = {
	key: 'string',
	activityId: 'string',
	openId: 'string',
	type: 'string',
	points: 'number',
	data: 'string',
	at: 'date',
};

export const tables = {
	/** What is being played; see content/activities.mjs. */
	wechat_activities: {
		columns: {
			key: 'string',
			kind: 'string',
			name: 'string',
			text: 'string',
			startsAt: 'date',
			endsAt: 'date',
			rules: 'string',
			isActive: 'boolean',
		},
	},

	/** Everything that people did in activities, one row per event; the points of a person are their sum. */
	wechat_activity_rows: {
		columns: ACTIVITY_ROW,
		indexes: [['openId', 'activityId'], 'activityId'],
	},

	wechat_prizes: {
		columns: {
			key: 'string',
			activityId: 'string',
			tier: 'string',
			minPoints: 'number',
			name: 'string',
			quantity: 'number',
			valueFen: 'number',
		},
	},

	/** One row per unit of a prize, and per blank: whoever turns it from `free` to `claimed` has won it. */
	wechat_tickets: {
		columns: {
			key: 'string',
			activityId: 'string',
			ticketNo: 'number',
			prize: 'string',
			state: 'string',
			openId: 'string',
			claimKey: 'string',
			claimedAt: 'string',
			version: 'number',
		},
		indexes: ['activityId'],
	},

	/** The question bank. `key` is the ID of a question: never change it while a quiz runs. */
	wechat_quiz_questions: {
		columns: {
			key: 'string',
			question: 'string',
			options: 'string',
			answer: 'string',
			points: 'number',
			explanation: 'string',
		},
	},

	/** Messages to the quiz that are not answered yet; `message` is the item of the trigger. */
	wechat_quiz_inbox: {
		columns: {
			key: 'string',
			openId: 'string',
			message: 'string',
			at: 'date',
			status: 'string',
			answeredBy: 'string',
		},
		indexes: ['openId'],
	},

	/** One row per draw: what is published. `status`: preparing, blocked, open, closed, drawing, drawn, noEntries. */
	wechat_lottery_draws: {
		columns: {
			key: 'string',
			activityKey: 'string',
			name: 'string',
			text: 'string',
			status: 'string',
			startsAt: 'date',
			endsAt: 'date',
			drawAt: 'date',
			commitment: 'string',
			closing: 'string',
			closingDigest: 'string',
			entries: 'string',
			beacon: 'string',
			findings: 'string',
			proof: 'string',
			entryCount: 'number',
			drawnAt: 'date',
			claimedAt: 'date',
			claimedBy: 'string',
		},
		indexes: ['status'],
	},

	/** The seeds, apart from everything that is shown: who knows a seed can foresee the draw. */
	wechat_lottery_secrets: { columns: ACTIVITY_ROW },

	/**
	 * Who has won a draw. `status`: reserve, pending, sending, sent, unreachable, asked; claimed and lapsed are
	 * written by a person.
	 */
	wechat_winners: {
		columns: {
			key: 'string',
			activityId: 'string',
			openId: 'string',
			prize: 'string',
			place: 'number',
			entry: 'string',
			status: 'string',
			at: 'date',
			notifiedAt: 'date',
		},
		indexes: ['openId', 'status'],
	},
};

export const content = {
	wechat_activities: activities,
	wechat_prizes: prizes,
	wechat_quiz_questions: questions,
};

/** Tickets and winners stay when a person leaves: the law has them kept for two years. */
export const personal = ['wechat_activity_rows', 'wechat_quiz_inbox'];
