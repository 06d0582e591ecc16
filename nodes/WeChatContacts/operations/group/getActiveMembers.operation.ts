import uniq from 'lodash/uniq';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { optionalText } from '../../../shared/operations/fields';
import { groupMembers } from '../../../shared/records/tables/groupMembers';
import { groups } from '../../../shared/records/tables/groups';
import { interactions } from '../../../shared/records/tables/interactions';
import { activeFields, happenedSince, signsOfLife } from './members';

const listOf = (names: readonly string[]): string =>
	uniq(names.map((name) => name.trim()).filter((name) => name !== '')).join(',');

/** Tells which members take part, for tags. */
export const getActiveMembers = itemwise({
	option: {
		name: 'Get Active Members',
		value: 'getActiveMembers',
		action: 'Get the active members of groups',
		description:
			"Tell active members from quiet ones, one item each with the tags it should have ('tags') of those that are meant ('managedTags'), to bring tags into step",
	},
	outputs: { active: 'Active', quiet: 'Quiet' },
	fields: {
		group: optionalText('Group', {
			placeholder: 'e.g. 会员一群',
			description: 'Leave empty for all groups',
		}),
		...activeFields,
		tag: optionalText('Tag', {
			default: '活跃成员',
			description: "What active members get in 'tags', besides the tag of their group",
		}),
		options: onlyNow,
	},
	tables: [groupMembers, groups, interactions],
	execute: async ({ records, now: moment }, { group: name, days, least, tag }) => {
		const [all, places, happened] = await Promise.all([
			records.read(groups),
			records.read(groupMembers),
			happenedSince(records, days, moment),
		]);
		const byKey = new Map(all.map((group) => [group.key, group]));
		const managedTags = listOf([...all.map((group) => group.tag), tag]);
		return places
			.map((place) => ({ ...place, group: byKey.get(place.groupKey) }))
			.filter(({ openId, group }) => openId !== '' && [group?.name, ''].includes(name.trim()))
			.map(({ openId, groupKey, group, state }) => {
				const interactionCount = signsOfLife(happened.get(openId));
				const isActive = interactionCount >= least;
				return {
					to: isActive ? ('active' as const) : ('quiet' as const),
					json: {
						openId,
						groupKey,
						groupName: group?.name ?? '',
						state,
						interactions: interactionCount,
						isActive,
						tags: listOf([group?.tag ?? '', isActive ? tag : '']),
						managedTags,
					},
				};
			});
	},
});
