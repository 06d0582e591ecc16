import { itemwise, type Result } from '../../../shared/engagement/recordOperation';
import { collection, integer, optionalText } from '../../../shared/operations/fields';
import { contacts } from '../../../shared/records/tables/contacts';
import { groupMembers } from '../../../shared/records/tables/groupMembers';
import { groups } from '../../../shared/records/tables/groups';
import { interactions } from '../../../shared/records/tables/interactions';
import { marks } from '../../../shared/records/tables/marks';
import { traces } from '../../../shared/records/tables/traces';
import { inOrder } from '../../engine/places';
import { personOf } from '../person';
import { freeReply, freeText, invitation, noteGroup, offeredReply } from './invitation';
import { endOfOffers, offerOptions } from './offerEnd';
import { takePlace } from './places';
import { endWaiting, whoWaits } from './waiting';

/** Gives those who wait the places that have become free, by a schedule: nobody tells when one does. */
export const offerFreePlaces = itemwise({
	option: {
		name: 'Offer Free Places',
		value: 'offerFreePlaces',
		action: 'Offer free places in groups to who waits',
		description:
			'Give followers on the waiting list the places that have become free, first come first served, one item each with the invitation to be sent. To be run by a schedule.',
	},
	outputs: { invited: 'Invited' },
	fields: {
		group: optionalText('Group', {
			placeholder: 'e.g. 会员一群',
			description: 'Name of the group to begin with. Leave empty to go by priority.',
		}),
		most: integer('Most at Once', [1, 500], {
			default: 50,
			description: 'Followers invited in one run; the others have their turn in the next',
		}),
		replies: collection('Replies', 'Add reply', {
			offered: offeredReply,
			picture: freeReply,
		}),
		options: offerOptions,
	},
	tables: [groups, groupMembers, contacts, interactions, marks, traces],
	execute: async (at, { group: name, most, replies, options }) => {
		const { records, now: moment } = at;
		const [all, waiting] = await Promise.all([records.read(groups), whoWaits(records)]);
		const wanted = inOrder(all, { name: name.trim(), scene: '', now: moment });
		const endsAt = endOfOffers(options, moment);
		const invited: Array<Result<'invited'>> = [];
		for (const openId of waiting.slice(0, most)) {
			const person = await personOf(at, openId);
			const given = await takePlace(records, person, { all, wanted, now: moment, endsAt });
			if (!given) break;
			await noteGroup(records, openId, given, moment);
			// Two runs find the same place for a person; one invites.
			if (!(await endWaiting(records, openId))) continue;
			const json = { ...at.json, openId, ...invitation(given, freeText(given, replies)) };
			invited.push({ to: 'invited', json });
		}
		return invited;
	},
});
