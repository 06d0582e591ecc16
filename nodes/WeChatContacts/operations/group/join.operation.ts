import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { collection, optionalText } from '../../../shared/operations/fields';
import { readOne } from '../../../shared/records/port';
import { groupMembers } from '../../../shared/records/tables/groupMembers';
import { groups } from '../../../shared/records/tables/groups';
import { interactions } from '../../../shared/records/tables/interactions';
import { filledText } from '../../engine/places';
import { openId, openIdOf } from '../person';
import { concerns, moreWords, says } from './asking';

const JOINED = '欢迎来到「{group}」！';
const KNOWN = '已经登记过了，您在「{group}」。';
const NONE = '还没有为您安排群，回复“进群”就可以。';

/** Words by which members say that they are in. */
const SAYING = '已进群, 已入群, 已加群, 进群了';

/** Notes that somebody is in the group: WeChat tells nobody who has joined. */
export const join = itemwise({
	option: {
		name: 'Join',
		value: 'join',
		action: 'Note that somebody has joined a group',
		description: 'Note that a follower has joined the group that was offered, once',
	},
	outputs: { joined: 'Joined', known: 'Joined Before', none: 'No Place', other: 'Something Else' },
	fields: {
		concerns: concerns(
			'Who Has Joined',
			'Who Says So',
			`Whose message is nothing but such a word (${SAYING}); others go on`,
		),
		words: moreWords(SAYING),
		openId,
		replies: collection('Replies', 'Add reply', {
			joined: optionalText('Joined', { default: JOINED }),
			known: optionalText('Joined Before', { default: KNOWN }),
			none: optionalText('No Place', { default: NONE }),
		}),
		options: onlyNow,
	},
	tables: [groupMembers, groups, interactions],
	execute: async (at, { replies, ...values }) => {
		const { json, records, now: moment } = at;
		if (values.concerns === 'words' && !says(json, SAYING, values.words)) {
			return [{ to: 'other', json }];
		}
		const id = openIdOf(at, values.openId);
		const place = await readOne(records, groupMembers, { openId: id });
		if (!place)
			return [{ to: 'none', json: { ...json, reply: replies.none ?? NONE, group: null } }];
		const { key, groupKey } = place;
		const group = await readOne(records, groups, { key: groupKey });
		// Before the mark: a run that is killed in between writes the same row again.
		await records.add(interactions, [
			{
				key: `groupJoin:${key}:${id}`,
				openId: id,
				kind: 'groupJoin',
				at: moment,
				eventKey: groupKey,
			},
		]);
		const joined = await records.claim(
			groupMembers,
			{ key, openId: id, state: 'offered' },
			{ state: 'joined', confirmedAt: moment },
		);
		const isFirst = joined.length > 0;
		const text = isFirst ? (replies.joined ?? JOINED) : (replies.known ?? KNOWN);
		const names = { name: group?.name ?? '', link: group?.link ?? '' };
		return [
			{
				to: isFirst ? 'joined' : 'known',
				json: {
					...json,
					reply: filledText(text, names),
					group: { key: groupKey, ...names, tag: group?.tag ?? '', place: place.place },
				},
			},
		];
	},
});
