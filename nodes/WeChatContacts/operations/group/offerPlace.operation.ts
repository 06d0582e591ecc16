import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { isRecord } from '../../../shared/json';
import { collection, optionalText } from '../../../shared/operations/fields';
import { contacts } from '../../../shared/records/tables/contacts';
import { groupMembers } from '../../../shared/records/tables/groupMembers';
import { groups } from '../../../shared/records/tables/groups';
import { marks } from '../../../shared/records/tables/marks';
import { traces } from '../../../shared/records/tables/traces';
import { inOrder } from '../../engine/places';
import { openId, openIdOf, personOf } from '../person';
import { invitation, noteGroup, offeredReply } from './invitation';
import { takePlace } from './places';
import { endWaiting, wait } from './waiting';

const FULL = '群暂时满员，已为您登记候补。有空位我们会告诉您。';

/** Leads a follower to a group with a free place. */
export const offerPlace = itemwise({
	option: {
		name: 'Offer Place',
		value: 'offerPlace',
		action: 'Offer a place in a group',
		description:
			'Claim a free place in a group for a follower and prepare the invitation as a reply; the next group, or the waiting list, when it is full',
	},
	outputs: { offered: 'Offered', full: 'Full' },
	fields: {
		openId,
		group: optionalText('Group', {
			placeholder: 'e.g. 会员一群',
			description:
				'Name of the group to begin with. Leave empty to begin with the group of the scene, then by priority.',
		}),
		replies: collection('Replies', 'Add reply', {
			full: optionalText('Full', { default: FULL, typeOptions: { rows: 2 } }),
			offered: offeredReply,
		}),
		options: onlyNow,
	},
	tables: [groups, groupMembers, contacts, marks, traces],
	execute: async (at, { replies, ...values }) => {
		const { json, records, now: moment } = at;
		const id = openIdOf(at, values.openId);
		const scene = isRecord(json.wechat) ? String(json.wechat.scene ?? '') : '';
		const all = await records.read(groups);
		const wanted = inOrder(all, { name: values.group.trim(), scene, now: moment });
		const person = await personOf(at, id);
		const given = await takePlace(records, person, { all, wanted, now: moment });
		if (!given) {
			await wait(records, id, moment);
			return [{ to: 'full', json: { ...json, reply: replies.full ?? FULL, group: null } }];
		}
		await noteGroup(records, id, given);
		await endWaiting(records, id);
		return [{ to: 'offered', json: { ...json, ...invitation(given, replies.offered) } }];
	},
});
