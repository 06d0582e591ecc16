import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { flag, integer } from '../../../shared/operations/fields';
import type { Records } from '../../../shared/records/port';
import { contacts } from '../../../shared/records/tables/contacts';
import { marks } from '../../../shared/records/tables/marks';
import { contactJson, shownTime } from '../../../shared/contact/contactJson';
import { markOf, SILENT, silentOf, type SilentContact } from '../../engine/silence';
import { most } from './filters';

const MOST_DAYS = 3_650;

/** Finds followers who have fallen silent. */
export const findSilent = itemwise({
	option: {
		name: 'Find Silent',
		value: 'findSilent',
		action: 'Find silent followers',
		description: 'Get followers who have done nothing for some days, each once if you like',
	},
	outputs: { silent: 'Silent' },
	fields: {
		silentDays: integer('Silent for (Days)', [1, MOST_DAYS], {
			default: 30,
			description: 'Days without a message, a tap or a scan',
		}),
		onlyOnce: flag('Each Only Once', true, 'Whether to give a follower once for one silence'),
		againDays: integer('Again After (Days)', [0, MOST_DAYS], {
			default: 0,
			displayOptions: { show: { onlyOnce: [true] } },
			description: 'Gives who is still silent once more after so many days; 0 for never',
		}),
		most,
		options: onlyNow,
	},
	tables: [contacts, marks],
	execute: async ({ records, now: at }, { silentDays, onlyOnce, ...values }) => {
		const followers = await records.read(contacts, { where: { isFollower: true } });
		const silent = silentOf(followers, silentDays, at);
		const { most: limit } = values;
		const chosen = onlyOnce
			? await firstTime(records, silent, {
					silentDays,
					againDays: values.againDays,
					now: at,
					limit,
				})
			: silent.slice(0, limit);
		return chosen.map(({ contact, since, days }) => ({
			to: 'silent' as const,
			json: { ...contactJson(contact), silentSince: shownTime(since), silentDays: days },
		}));
	},
});

/** Those who were not told yet. Marking them decides, so that two runs never tell the same. */
async function firstTime(
	records: Records,
	silent: readonly SilentContact[],
	{ limit, ...rules }: { silentDays: number; againDays: number; now: number; limit?: number },
): Promise<SilentContact[]> {
	const told = await records.read(marks, { where: { what: SILENT } });
	const keys = new Set(told.map(({ key }) => key));
	const candidates = silent
		.map((each) => ({ each, mark: markOf(each, rules) }))
		.filter(({ mark }) => !keys.has(mark.key))
		.slice(0, limit);
	const added = await records.add(
		marks,
		candidates.map(({ mark }) => mark),
	);
	return candidates.filter((_, place) => added[place]?.isNew).map(({ each }) => each);
}
