import { itemwise } from '../../../shared/engagement/recordOperation';
import { collection, optionalText } from '../../../shared/operations/fields';
import { contacts } from '../../../shared/records/tables/contacts';
import { groupMembers } from '../../../shared/records/tables/groupMembers';
import { groups } from '../../../shared/records/tables/groups';
import { interactions } from '../../../shared/records/tables/interactions';
import { marks } from '../../../shared/records/tables/marks';
import { traces } from '../../../shared/records/tables/traces';
import { inOrder } from '../../engine/places';
import { openId, openIdOf, personOf } from '../person';
import { concerns, moreWords, says, sceneOf } from './asking';
import { invitation, noteGroup, offeredReply, offeredText, pictureReply } from './invitation';
import { endOfOffers, offerOptions } from './offerEnd';
import { takePlace } from './places';
import { endWaiting, wait } from './waiting';

const FULL = '群暂时满员，已为您登记候补。有空位我们会告诉您。';

/** Words by which followers ask for a group. */
const ASKING = '进群, 加群, 入群';

/** Leads a follower to a group with a free place. */
export const offerPlace = itemwise({
	option: {
		name: 'Offer Place',
		value: 'offerPlace',
		action: 'Offer a place in a group',
		description:
			'Claim a free place in a group for a follower and prepare the invitation as a reply; the next group, or the waiting list, when it is full',
	},
	outputs: {
		offered: 'Offered',
		full: 'Full',
		picture: 'With Picture',
		other: 'Something Else',
	},
	fields: {
		concerns: concerns(
			'Who Is Offered a Place',
			'Who Asks for It',
			`Whose message is nothing but such a word (${ASKING}), or who has scanned the code of a group; others go on`,
		),
		words: moreWords(ASKING),
		openId,
		group: optionalText('Group', {
			placeholder: 'e.g. 会员一群',
			description:
				'Name of the group to begin with. Leave empty to begin with the group of the scene, then by priority.',
		}),
		replies: collection('Replies', 'Add reply', {
			full: optionalText('Full', { default: FULL, typeOptions: { rows: 2 } }),
			offered: offeredReply,
			picture: pictureReply,
		}),
		options: offerOptions,
	},
	tables: [groups, groupMembers, contacts, interactions, marks, traces],
	execute: async (at, { replies, ...values }) => {
		const { json, records, now: moment } = at;
		const scene = sceneOf(json);
		const hasAsked = values.concerns === 'everybody' || says(json, ASKING, values.words);
		if (!hasAsked && scene === '') return [{ to: 'other', json }];
		const all = await records.read(groups);
		if (!hasAsked && !all.some((group) => group.scene === scene)) return [{ to: 'other', json }];
		const id = openIdOf(at, values.openId);
		const wanted = inOrder(all, { name: values.group.trim(), scene, now: moment });
		const endsAt = endOfOffers(values.options, moment);
		const person = await personOf(at, id);
		const given = await takePlace(records, person, { all, wanted, now: moment, endsAt });
		if (!given) {
			await wait(records, id, moment);
			return [{ to: 'full', json: { ...json, reply: replies.full ?? FULL, group: null } }];
		}
		await noteGroup(records, id, given, moment);
		await endWaiting(records, id);
		const to = given.group.mediaId === '' ? 'offered' : 'picture';
		return [{ to, json: { ...json, ...invitation(given, offeredText(given, replies)) } }];
	},
});
