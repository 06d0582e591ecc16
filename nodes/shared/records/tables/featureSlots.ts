import { defineTable } from '../table';

/** Places for featured comments: so many a day, so many an article. Each is claimed by one comment. */
export const featureSlots = defineTable({
	name: 'feature_slots',
	holds: 'places for featured comments, so many a day and an article',
	columns: {
		/** The day or the article that the places belong to. */
		scope: 'text',
		/** Key of the comment that has the place; '' while it is free. */
		commentKey: 'text',
		takenAt: 'time',
	},
	indexes: [['scope']],
});
