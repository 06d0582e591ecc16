import { DAY_MS } from '../../../shared/calendar/days';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { integer, optionalText } from '../../../shared/operations/fields';
import { groupMembers } from '../../../shared/records/tables/groupMembers';
import { groups } from '../../../shared/records/tables/groups';
import { interactions } from '../../../shared/records/tables/interactions';
import { isSignOfLife } from '../../../shared/message/kinds';

/** Tells which members take part, for tags. */
export const getActiveMembers = itemwise({
	option: {
		name: 'Get Active Members',
		value: 'getActiveMembers',
		action: 'Get the active members of groups',
		description:
			'Tell active members from quiet ones, one item each with the tag it should have, to bring tags into step',
	},
	outputs: { active: 'Active', quiet: 'Quiet' },
	fields: {
		group: optionalText('Group', {
			placeholder: 'e.g. 会员一群',
			description: 'Leave empty for all groups',
		}),
		days: integer('Days', [1, 365], { default: 30, description: 'Days that count' }),
		least: integer('Least Interactions', [1, 10_000], {
			default: 8,
			description: 'Messages, taps and scans within these days that make a member active',
		}),
		tag: optionalText('Tag', {
			default: '活跃成员',
			description: "What active members get in 'tags'",
		}),
		options: onlyNow,
	},
	tables: [groupMembers, groups, interactions],
	execute: async ({ records, now: moment }, { group: name, days, least, tag }) => {
		const [all, places, done] = await Promise.all([
			records.read(groups),
			records.read(groupMembers),
			records.read(interactions, { where: { at: { from: moment - days * DAY_MS } } }),
		]);
		const names = new Map(all.map((group) => [group.key, group.name]));
		const counts = new Map<string, number>();
		for (const { openId, kind } of done) {
			if (isSignOfLife(kind)) counts.set(openId, (counts.get(openId) ?? 0) + 1);
		}
		return places
			.map((place) => ({ ...place, groupName: names.get(place.groupKey) ?? '' }))
			.filter(({ openId, groupName }) => openId !== '' && (name.trim() || groupName) === groupName)
			.map(({ openId, groupKey, groupName, state }) => {
				const interactionCount = counts.get(openId) ?? 0;
				const isActive = interactionCount >= least;
				return {
					to: isActive ? ('active' as const) : ('quiet' as const),
					json: {
						openId,
						groupKey,
						groupName,
						state,
						interactions: interactionCount,
						isActive,
						tags: isActive ? tag : '',
					},
				};
			});
	},
});
