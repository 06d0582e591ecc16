import { defineTable } from '../table';

/** What members of the staff were asked to decide; `key` is `decision:` and what identifies the question. */
export const decisions = defineTable({
	name: 'decisions',
	holds: 'what the staff was asked to decide, one row each',
	columns: {
		/** The whole text. */
		question: 'text',
		/**
		 * `asked`, `yes` or `no`. Nothing can be written while a page is answered, so the answer is noted when the
		 * group is told of it (Notify); until then it stands in the execution.
		 */
		state: 'text',
		/** The group's kind of robot, or an OpenID. */
		askedOf: 'text',
		/** Workflow and node that asked. */
		askedBy: 'text',
		/** ID of the execution that waits for the answer, and after `#` which turn of a loop. */
		execution: 'text',
		askedAt: 'time',
		/** Until when it waits. */
		deadline: 'time',
		/** Label of the button. */
		answer: 'text',
		reason: 'text',
		answeredAt: 'time',
		/** The follower that it is about; '' when the item names none. */
		openId: 'text',
	},
	indexes: [['state', 'askedAt'], ['openId']],
	isPersonal: true,
});
