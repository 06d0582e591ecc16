import { readFileSync } from 'node:fs';

export const tables = {
	/**
	 * The keyword library, as WeChat Keyword Router reads it. `level`: `brand`, `product` or `function`.
	 * `validFrom` and `validTo` are texts, so that a day without a time counts as a whole.
	 */
	wechat_keywords: {
		columns: {
			key: 'string',
			keyword: 'string',
			level: 'string',
			variants: 'string',
			questions: 'string',
			exclude: 'string',
			priority: 'number',
			reply: 'string',
			replyMode: 'string',
			replyType: 'string',
			mediaId: 'string',
			cooldownMinutes: 'number',
			validFrom: 'string',
			validTo: 'string',
			enabled: 'boolean',
		},
	},

	/** What became of each text message; `status`: `matched`, `candidates` or `person`. */
	wechat_keyword_hits: {
		columns: {
			key: 'string',
			openId: 'string',
			at: 'date',
			text: 'string',
			status: 'string',
			keywordId: 'string',
			keyword: 'string',
			level: 'string',
			score: 'number',
			why: 'string',
		},
		indexes: [['openId', 'at'], 'at'],
	},

	/**
	 * Questions that the library did not answer. `status`: `offered` (keywords were offered, none has been
	 * tapped), `open`, or `done` once a renewal has dealt with them. `offered` are the keys of those keywords,
	 * `chosen` is the one that was tapped.
	 */
	wechat_unmatched: {
		columns: {
			key: 'string',
			openId: 'string',
			at: 'date',
			text: 'string',
			status: 'string',
			offered: 'string',
			chosen: 'string',
		},
		indexes: [
			['status', 'at'],
			['openId', 'at'],
		],
	},

	/**
	 * What the monthly renewal proposes. `kind`: `new` (a keyword), `question` (more questions for
	 * `keywordId`), or what the audit found: `dead`, `outdated`, `contradictory`, `overlapping` … `status`:
	 * `proposed`, `approved` or `rejected`; a keyword that was rejected is not proposed again.
	 */
	wechat_keyword_proposals: {
		columns: {
			key: 'string',
			kind: 'string',
			keywordId: 'string',
			keyword: 'string',
			level: 'string',
			variants: 'string',
			questions: 'string',
			asked: 'number',
			people: 'number',
			similarTo: 'string',
			detail: 'string',
			status: 'string',
			proposedAt: 'date',
			decidedAt: 'date',
			decidedBy: 'string',
		},
		indexes: ['status'],
	},
};

/** The library in a file of its own, because tests measure it too. */
const keywords = JSON.parse(
	readFileSync(new URL('../content/keywords.json', import.meta.url), 'utf8'),
);

export const content = { wechat_keywords: keywords };

export const personal = ['wechat_keyword_hits', 'wechat_unmatched'];
