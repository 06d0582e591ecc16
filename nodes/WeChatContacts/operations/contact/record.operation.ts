import { itemwise, type Result } from '../../../shared/engagement/recordOperation';
import { onlyNow } from '../../../shared/engagement/fields';
import { DELETION_REQUESTS } from '../../../shared/message/kinds';
import { choice } from '../../../shared/operations/fields';
import { contacts } from '../../../shared/records/tables/contacts';
import { interactions } from '../../../shared/records/tables/interactions';
import { traces } from '../../../shared/records/tables/traces';
import { FOLLOW } from '../../engine/changes';
import { contactJson, shownTime } from '../../../shared/contact/contactJson';
import { happeningOf, isKept } from '../../engine/happening';
import { personOf } from '../person';
import { recordDeparture, recordHappening } from './recording';

const OUTPUTS = { new: 'New', known: 'Known', left: 'Left' };

type Output = keyof typeof OUTPUTS;

const fields = {
	newMeans: choice(
		'New Means',
		[
			{
				name: 'Follows, or Is Seen for the First Time',
				value: 'all',
				description: 'Also somebody who followed before this node was in use',
			},
			{ name: 'Follows', value: 'follow', description: 'Only who has just followed' },
		],
		'all',
		{ description: "Who goes out by the output 'New'" },
	),
	options: onlyNow,
};

/** Keeps what a follower did, and who follows. */
export const record = itemwise<typeof fields, Output>({
	option: {
		name: 'Record',
		value: 'record',
		action: 'Record what a follower did',
		description:
			'Keep what the trigger received, once, and update the contact. Who unfollows or takes back an authorization is deleted everywhere.',
	},
	outputs: OUTPUTS,
	errorsTo: 'known',
	fields,
	tables: [contacts, interactions, traces],
	execute: async (at, { newMeans }) => {
		const { json, records } = at;
		const happening = happeningOf(json, at.now);
		const { kind, openId } = happening;
		const isDeparture = DELETION_REQUESTS.has(kind);
		if (openId === '' || (!isDeparture && !isKept(kind))) {
			return [{ to: 'known', json: { ...json, contact: null } }];
		}
		const person = await personOf(at, openId);
		if (isDeparture) {
			const departed = await recordDeparture(records, person, happening);
			if (!departed) return [];
			const { contact, isRepeated } = departed;
			const { scene = '', source = '', subscribedAt = null } = contact ?? {};
			const left = { openId, isFollower: false, scene, source, isRepeated };
			return [
				{
					to: 'left',
					json: { ...json, contact: { ...left, subscribedAt: shownTime(subscribedAt) } },
				},
			];
		}
		const recorded = await recordHappening(records, person, happening);
		if (!recorded) return [];
		const { contact, isBeginning, isRepeated, trace } = recorded;
		const isNew = isBeginning && (newMeans === 'all' || kind === FOLLOW);
		const back = trace
			? { isReturning: true, leftAt: shownTime(trace.leftAt), limits: trace.limits }
			: { isReturning: false };
		const result: Result<Output> = {
			to: isNew ? 'new' : 'known',
			json: { ...json, contact: { ...contactJson(contact), ...back, isRepeated } },
		};
		return [result];
	},
});
