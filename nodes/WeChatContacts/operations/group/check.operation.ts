import { itemwise } from '../../../shared/engagement/recordOperation';
import { groupMembers } from '../../../shared/records/tables/groupMembers';
import { groups } from '../../../shared/records/tables/groups';
import { marks } from '../../../shared/records/tables/marks';
import { groupNeeds } from '../../engine/groupNeeds';
import { endOfOffers, offerOptions } from './offerEnd';
import { whoWaits } from './waiting';

/** Tells the staff of groups that are nearly full or whose code ends, and of who waits. */
export const check = itemwise({
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check groups',
		description:
			'Find groups that are nearly full or whose code is about to expire, and count who waits; nothing comes out when all is well',
	},
	outputs: { needs: 'Needs Work' },
	fields: { options: offerOptions },
	tables: [groups, groupMembers, marks],
	execute: async ({ json, records, now: moment }, { options }) => {
		const [all, places, waiting] = await Promise.all([
			records.read(groups),
			records.read(groupMembers),
			whoWaits(records),
		]);
		const needs = groupNeeds(all, places, { now: moment, endsAt: endOfOffers(options, moment) });
		if (waiting.length > 0) needs.push(`${waiting.length} 人在候补，请加一个群，或增加名额。`);
		if (needs.length === 0) return [];
		const summary = ['群提醒', ...needs].join('\n');
		return [{ to: 'needs', json: { ...json, waiting: waiting.length, needs, summary } }];
	},
});
