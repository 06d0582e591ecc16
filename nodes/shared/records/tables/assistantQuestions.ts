import { defineTable } from '../table';

/**
 * What followers asked the AI assistant; `key` is `ai:` and the key of the message. `status`: `asked`, `answered`, or
 * `person` (a person has it).
 */
export const assistantQuestions = defineTable({
	name: 'assistant_questions',
	holds: 'questions to the AI assistant, with its answers',
	columns: {
		openId: 'text',
		at: 'time',
		question: 'text',
		status: 'text',
		answer: 'text',
		/** Why a person has it. */
		reason: 'text',
		answeredAt: 'time',
	},
	indexes: [
		['openId', 'at'],
		['status', 'at'],
	],
	isPersonal: true,
});
