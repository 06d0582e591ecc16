import { defineTable } from '../table';

/** Lists of entry codes as they were when entries closed, in parts, as one would outgrow a cell. They name nobody. */
export const drawLists = defineTable({
	name: 'draw_lists',
	holds: 'entry codes of lotteries as they were at closing',
	columns: {
		activityId: 'text',
		/** D: SHA-256 of the whole list, so that parts of two lists are not mixed up. */
		digest: 'text',
		/** Position of the part, from 0. */
		part: 'number',
		/** `{ "codes": [...] }` */
		data: 'json',
	},
	indexes: [['activityId', 'digest', 'part']],
});
