import { defineTable } from '../table';

/**
 * What followers answered to the question for a subscription notice (订阅通知): each `accept` is good for one, a
 * `reject` takes back all before it. The notices that were sent stand in the table of interactions.
 */
export const noticeConsents = defineTable({
	name: 'notice_consents',
	holds: 'answers of followers about subscription notices',
	columns: {
		openId: 'text',
		templateId: 'text',
		/** `accept` or `reject`. */
		answer: 'text',
		at: 'time',
	},
	indexes: [['templateId'], ['openId']],
	isPersonal: true,
});
