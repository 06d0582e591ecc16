import { campaigns, coupons } from '../content/campaigns.mjs';

export const tables = {
	/** What is said to whom; see content/campaigns.mjs. */
	wechat_campaigns: {
		columns: {
			key: 'string',
			name: 'string',
			isActive: 'boolean',
			segments: 'string',
			validFrom: 'string',
			validTo: 'string',
			holdOutPercent: 'number',
			text: 'string',
			couponSegments: 'string',
			couponText: 'string',
			noticeTemplateId: 'string',
			noticeTitle: 'string',
			noticeText: 'string',
			noticeCouponText: 'string',
			serviceTemplateId: 'string',
			serviceTitle: 'string',
			serviceText: 'string',
		},
	},

	/**
	 * Who was decided on, one row per campaign and person. `status`: `pending`, `sending` (claimed), `sent`,
	 * `skipped` (hold-out, or refused for good) or `unknown` (a break while it was sent; never repeated).
	 */
	wechat_audience: {
		columns: {
			key: 'string',
			campaign: 'string',
			openId: 'string',
			segment: 'string',
			group: 'string',
			channel: 'string',
			reason: 'string',
			at: 'date',
			status: 'string',
			templateId: 'string',
			claimedAt: 'date',
			sentAt: 'date',
			coupon: 'string',
			msgId: 'string',
			result: 'string',
		},
		indexes: [['campaign', 'status'], 'status', 'openId'],
	},

	/** One row per coupon: whoever turns it from `free` to `claimed` has it, the counter turns it
	 * to `used`. `key` is the code. */
	wechat_coupons: {
		columns: {
			key: 'string',
			campaign: 'string',
			state: 'string',
			openId: 'string',
			claimedAt: 'date',
			usedAt: 'date',
		},
		indexes: [
			['campaign', 'state'],
			['openId', 'campaign'],
		],
	},

	/**
	 * Wishes of followers. A consent to one notice is `open`, then `used` or `revoked`; the row `wish:…` of a
	 * follower says `optOut` or `optIn`.
	 */
	wechat_consents: {
		columns: {
			key: 'string',
			openId: 'string',
			templateId: 'string',
			status: 'string',
			at: 'date',
			usedFor: 'string',
			result: 'string',
		},
		indexes: [['openId', 'templateId', 'status']],
	},

	/** How many came back, of those who were written to and of the hold-out. `key` is the campaign. */
	wechat_campaign_results: {
		columns: {
			key: 'string',
			campaign: 'string',
			treated: 'number',
			treatedReturned: 'number',
			treatedShare: 'number',
			holdOut: 'number',
			holdOutReturned: 'number',
			holdOutShare: 'number',
			difference: 'number',
			differenceLow: 'number',
			differenceHigh: 'number',
			lift: 'number',
			pValue: 'number',
			significant: 'boolean',
			test: 'string',
			waiting: 'number',
			returnDays: 'number',
			at: 'date',
		},
	},
};

export const content = { wechat_campaigns: campaigns, wechat_coupons: coupons };

export const personal = ['wechat_audience', 'wechat_coupons', 'wechat_consents'];
