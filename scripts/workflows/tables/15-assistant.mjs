import { contents } from '../content/contents.mjs';

export const tables = {
	/** What can be recommended, as WeChat Recommend reads it. Days are texts and count as a whole. */
	wechat_contents: {
		columns: {
			key: 'string',
			title: 'string',
			category: 'string',
			tags: 'string',
			url: 'string',
			picUrl: 'string',
			publishedAt: 'string',
			validFrom: 'string',
			validTo: 'string',
			popularity: 'number',
			audience: 'string',
		},
	},

	/** What followers were shown and took up; `kind`: `shown`, `read`, `clicked`, `bought`, `dismissed` … */
	wechat_content_history: {
		columns: {
			key: 'string',
			openId: 'string',
			itemId: 'string',
			kind: 'string',
			at: 'date',
		},
		indexes: ['at', 'openId'],
	},

	/**
	 * Questions to the model. `status`: `asked`, `answering` (claimed, is being sent), `answered`, or `person`
	 * (somebody answers).
	 */
	wechat_assistant_questions: {
		columns: {
			key: 'string',
			openId: 'string',
			at: 'date',
			question: 'string',
			answer: 'string',
			confidence: 'number',
			status: 'string',
		},
		indexes: [
			['openId', 'at'],
			['status', 'at'],
		],
	},
};

export const content = { wechat_contents: contents };

export const personal = ['wechat_content_history', 'wechat_assistant_questions'];
