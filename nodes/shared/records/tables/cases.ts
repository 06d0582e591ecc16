import { defineTable } from '../table';

/**
 * Messages and comments that wait for a person, one row each: all chats of a follower are one case, which is
 * opened anew; every comment is one of its own. `key` is `case:chat:` and the OpenID, or `case:comment:` and what
 * identifies the comment.
 */
export const cases = defineTable({
	name: 'cases',
	holds: 'what waits for a person, one row each',
	columns: {
		openId: 'text',
		/** `chat` or `comment`. */
		channel: 'text',
		tier: 'text',
		/** `open` while somebody waits, otherwise `closed`. */
		state: 'text',
		openedAt: 'time',
		/** Key of the event that opened it, so that the same message opens it once. */
		openedBy: 'text',
		/** When the follower last wrote. */
		lastAt: 'time',
		/** By when it has to be answered. */
		dueAt: 'time',
		/** Beginning of the message. */
		text: 'text',
		link: 'text',
		closedAt: 'time',
		/** `reply`, `resolved`, `left`, or whoever closed it. */
		closedBy: 'text',
		/** Where the comment is: `msgDataId`, `index`, `userCommentId`. */
		data: 'json',
	},
	indexes: [['openId'], ['state'], ['closedAt']],
	isPersonal: true,
});
