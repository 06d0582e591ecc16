import { defineTable } from '../table';

/** Followers, one row each; `key` is `contact:` and the OpenID. A person may edit tier, tags and remark. */
export const contacts = defineTable({
	name: 'contacts',
	holds: 'followers, one row each',
	columns: {
		openId: 'text',
		isFollower: 'flag',
		subscribedAt: 'time',
		/** Key of the message or event by which the row was made. */
		firstKey: 'text',
		/** When the follower left. The row stands until everything else of the person is deleted. */
		leftAt: 'time',
		/** QR scene or other way by which the follower came. */
		scene: 'text',
		/** How the follower came, as WeChat names it, e.g. `ADD_SCENE_QR_CODE`. */
		source: 'text',
		/** `vip` or '' or a tier of one's own; it decides the reply time. */
		tier: 'text',
		/** As *Segment: Score* last found it. */
		segment: 'text',
		/** Comma-separated names. */
		tags: 'text',
		remark: 'text',
		groupName: 'text',
		/** When the follower last did something of own accord; system events are no sign of life. */
		lastAt: 'time',
		/** When the follower last did something that opens the 48-hour window for messages. */
		lastContactAt: 'time',
		/** `granted`, `declined`, or '' when it was not asked. */
		consent: 'text',
		consentAt: 'time',
		/** Whatever else is known, e.g. `unionId`, birthday, city. */
		data: 'json',
	},
	indexes: [['openId'], ['segment'], ['lastAt']],
	isPersonal: true,
});

/** The key of a follower in tables with one row each. */
export const contactKey = (openId: string): string => `contact:${openId}`;
