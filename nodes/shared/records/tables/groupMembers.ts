import { defineTable } from '../table';

/**
 * Places in groups, one row each: the row is the place, so that none is given twice. Who unfollows may still be in
 * the group, so the row stays then, and only `openId` is emptied.
 */
export const groupMembers = defineTable({
	name: 'group_members',
	holds: 'places in groups, and who has them',
	columns: {
		/** Key of the group. */
		groupKey: 'text',
		/** '' when the follower has left. */
		openId: 'text',
		/** Number of the place, from 1. */
		place: 'number',
		/** `offered`, and after some time free again, or `joined` when the person has said so. */
		state: 'text',
		at: 'time',
		confirmedAt: 'time',
	},
	indexes: [['groupKey'], ['openId']],
});

/** The key of a place. */
export const placeKey = (groupKey: string, place: number): string => `place:${groupKey}:${place}`;
