import { defineTable } from '../table';

/**
 * What a renewal of the keyword library proposes; `key` is `draft:` and a number made of what it is about. `kind`:
 * `new` (a keyword), `question` (more questions for `keywordId`), or what the audit found: `dead`, `outdated`,
 * `contradictory` … `status`: `proposed`, `approving`, `approved` or `rejected`. A person may fill in `reply` and
 * correct the words before approving.
 */
export const keywordDrafts = defineTable({
	name: 'keyword_drafts',
	holds: 'proposals for the keyword library, to be approved by a person',
	columns: {
		kind: 'text',
		keywordId: 'text',
		keyword: 'text',
		reply: 'text',
		level: 'text',
		variants: 'text',
		questions: 'text',
		/** How often it was asked, and by how many people. */
		asked: 'number',
		people: 'number',
		/** Key of a keyword that may only lack these words, or of the other one of two. */
		similarTo: 'text',
		detail: 'text',
		status: 'text',
		proposedAt: 'time',
		decidedAt: 'time',
		decidedBy: 'text',
	},
	indexes: [['status']],
});
