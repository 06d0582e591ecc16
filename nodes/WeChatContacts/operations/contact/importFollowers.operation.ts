import type { IExecuteFunctions } from 'n8n-workflow';
import { onlyNow } from '../../../shared/engagement/fields';
import { allAtOnce, attempted } from '../../../shared/engagement/recordOperation';
import { flag } from '../../../shared/operations/fields';
import { accountOf } from '../../../shared/records/account';
import { contacts } from '../../../shared/records/tables/contacts';
import { importState } from '../../../shared/records/tables/importState';
import { traces } from '../../../shared/records/tables/traces';
import { followerPage, listTags, usersByOpenId } from '../../../shared/user/lists';
import { shownTime } from '../../../shared/contact/contactJson';
import { importFollowers as run, type Progress } from './import/importFollowers';
import type { Source } from './import/pages';

const summaryOf = ({ listed, total, added }: Progress): string =>
	`已导入 ${listed ?? 0} / ${total ?? 0} 位粉丝，其中 ${added ?? 0} 位是新记录的。`;

const sourceOf = (ctx: IExecuteFunctions): Source => ({
	page: async (after) => await followerPage(ctx, after),
	users: async (openIds) => await usersByOpenId(ctx, openIds),
	tags: async () => await listTags(ctx),
});

/** Makes contacts of all who follow already, so that people who were silent before exist. */
export const importFollowers = allAtOnce({
	option: {
		name: 'Import Followers',
		value: 'importFollowers',
		action: 'Import followers',
		description:
			'Make contacts of everybody who follows already. What was broken off, e.g. by the quota of the day, goes on with the next run.',
	},
	outputs: { imported: 'Imported' },
	fields: {
		withProfiles: flag(
			'Read Profiles',
			true,
			'Whether to read also when and how each one followed, remark and tags: one call for 100 followers',
		),
		startsOver: flag(
			'Start Over',
			false,
			'Whether to begin anew where an import was broken off, in place of going on',
		),
		options: onlyNow,
	},
	tables: [contacts, importState, traces],
	// The list is the same for every item, so one import serves all.
	executeAll: async ([first, ...rest]) => {
		if (!first) return [];
		const { at, values } = first;
		const { ctx, itemIndex, json, records } = at;
		const outcome = await attempted(async () => {
			const appId = await accountOf(ctx, itemIndex);
			const progress = await run(records, { source: sourceOf(ctx), appId, now: at.now, ...values });
			const { listed, total, added, startedAt } = progress;
			const imported = { listed, total, added, startedAt: shownTime(startedAt) };
			return [
				{
					to: 'imported' as const,
					json: { ...json, import: imported, summary: summaryOf(progress) },
				},
			];
		});
		return [outcome, ...rest.map(() => ({ results: [] }))];
	},
});
