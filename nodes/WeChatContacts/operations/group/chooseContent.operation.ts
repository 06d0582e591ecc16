import { onlyNow } from '../../../shared/engagement/fields';
import { dayOf, dayText } from '../../../shared/calendar/days';
import { itemwise, type Result } from '../../../shared/engagement/recordOperation';
import { checkReachability } from '../../../shared/message/reachability';
import { contacts } from '../../../shared/records/tables/contacts';
import { groupContents } from '../../../shared/records/tables/groupContents';
import { groupMembers } from '../../../shared/records/tables/groupMembers';
import { interactions } from '../../../shared/records/tables/interactions';
import {
	contentKey,
	contentsText,
	dueContents,
	layerOf,
	plansFor,
	type Member,
} from '../../engine/layers';
import { activeFields, happenedSince, signsOfLife, type Happened } from './members';

const OUTPUTS = { send: 'To Send', summary: 'Summary' };

/** Whether WeChat takes a customer service message to somebody now. */
const canWrite = (rows: readonly Happened[], now: number): boolean =>
	checkReachability(
		rows.map(({ kind, at, data: { bizmsgmenuid } }) => ({
			kind,
			at: at ?? 0,
			...(typeof bizmsgmenuid === 'string' ? { bizmsgmenuid } : {}),
		})),
		now,
	).canWrite;

/** Chooses who of the members gets which content. */
export const chooseContent = itemwise({
	option: {
		name: 'Choose Content',
		value: 'chooseContent',
		action: 'Choose the content for members of groups',
		description:
			'Find the contents that are due for new, active and silent members; one item for each member who can be written to and wants it, with text and key, and a summary for the staff',
	},
	outputs: OUTPUTS,
	fields: { ...activeFields, options: onlyNow },
	tables: [groupContents, groupMembers, contacts, interactions],
	execute: async ({ json, records, now: moment }, { days, least }) => {
		const contents = dueContents(await records.read(groupContents), moment);
		if (contents.length === 0) return [];
		const [places, people, happened] = await Promise.all([
			records.read(groupMembers),
			records.read(contacts),
			happenedSince(records, days, moment),
		]);
		const optedOut = new Set(
			people.filter(({ consent }) => consent === 'declined').map(({ openId }) => openId),
		);
		const members = places
			.filter(({ openId }) => openId !== '')
			.map((place): Member => {
				const { openId } = place;
				const own = happened.get(openId) ?? [];
				return {
					openId,
					layer: layerOf(place, signsOfLife(own), { least, now: moment }),
					isReachable: !optedOut.has(openId) && canWrite(own, moment),
				};
			});
		const plans = plansFor(contents, members);
		const results = plans.flatMap(({ content, reachable }) =>
			reachable.map(
				({ openId, layer }): Result<keyof typeof OUTPUTS> => ({
					to: 'send',
					json: {
						...json,
						openId,
						layer,
						text: content.text,
						key: contentKey(content),
						name: content.name,
					},
				}),
			),
		);
		const summary = contentsText(plans);
		if (summary === '') return results;
		const noticeKey = `groupContents:${dayText(dayOf(moment))}`;
		return [...results, { to: 'summary', json: { ...json, summary, noticeKey } }];
	},
});
