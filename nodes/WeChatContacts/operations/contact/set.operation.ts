import type { IDataObject } from 'n8n-workflow';
import { now } from '../../../shared/engagement/fields';
import { itemwise, type At } from '../../../shared/engagement/recordOperation';
import { UserInputError } from '../../../shared/inputError';
import { isRecord, valueOfJson } from '../../../shared/json';
import {
	choice,
	collection,
	field,
	flag,
	optionalText,
	type Field,
} from '../../../shared/operations/fields';
import { readOne } from '../../../shared/records/port';
import { contactKey, contacts } from '../../../shared/records/tables/contacts';
import type { Contact } from '../../../shared/contact/contact';
import { contactJson } from '../../../shared/contact/contactJson';
import { edited, type Edit } from '../../engine/edit';
import { openId, openIdOf } from '../person';

const dataField: Field<IDataObject> = field(
	{
		displayName: 'Data',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "city": "杭州" }',
		description:
			'Whatever else is known. It is added to what is there; a value of null takes one away.',
	},
	(stored) => {
		const value = typeof stored === 'string' ? valueOfJson(stored) : stored;
		// What JSON gives is plain data.
		if (isRecord(value)) return value as IDataObject;
		throw new UserInputError("'Data' is not a JSON object", 'Write it as { "city": "杭州" }.');
	},
);

/** Tries of a change that others disturb. */
const TRIES = 5;

/** Writes what a person or a flow knows of a follower. */
export const set = itemwise({
	option: {
		name: 'Set',
		value: 'set',
		action: 'Set what is known of a follower',
		description: 'Set tier, tags, remark, group, consent or data of a follower in your records',
	},
	outputs: { updated: 'Updated', unknown: 'Not Found' },
	fields: {
		openId,
		changes: collection('Fields to Set', 'Add field', {
			addTags: optionalText('Add Tags', {
				placeholder: 'e.g. 会员,上海',
				description: 'Names, separated by commas. Tags in WeChat itself are not changed.',
			}),
			consent: choice(
				'Consent',
				[
					{ name: 'Declined', value: 'declined' },
					{ name: 'Granted', value: 'granted' },
					{ name: 'Not Asked', value: '' },
				],
				'granted',
				{ description: 'Whether the follower agreed to marketing messages' },
			),
			data: dataField,
			groupName: optionalText('Group', { placeholder: 'e.g. 会员一群' }),
			remark: optionalText('Remark'),
			removeTags: optionalText('Remove Tags', { placeholder: 'e.g. 潜在客户' }),
			tags: optionalText('Tags', {
				placeholder: 'e.g. 会员,上海',
				description: 'All tags, in place of those there are',
			}),
			tier: optionalText('Tier', {
				placeholder: 'e.g. vip',
				description: 'Decides within which time a person is answered',
			}),
		}),
		options: collection('Options', 'Add option', {
			addMissing: flag(
				'Add If Missing',
				false,
				'Whether to add a contact who is not known yet, e.g. from a list of another system. Leave it off in flows that followers start, so that nobody who has left comes back.',
			),
			now,
		}),
	},
	tables: [contacts],
	execute: async (at, values) => {
		const { json } = at;
		const contact = await changed(at, openIdOf(at, values.openId), {
			edit: values.changes,
			addMissing: values.options.addMissing ?? false,
		});
		if (!contact) return [{ to: 'unknown', json: { ...json, contact: null } }];
		return [{ to: 'updated', json: { ...json, contact: contactJson(contact) } }];
	},
});

async function changed(
	{ records, now: at }: At,
	id: string,
	{ edit, addMissing }: { edit: Edit; addMissing: boolean },
): Promise<Contact | undefined> {
	const key = contactKey(id);
	for (let tries = 1; tries <= TRIES; tries++) {
		const found = await readOne(records, contacts, { key });
		const [added] = addMissing && !found ? await records.add(contacts, [{ key, openId: id }]) : [];
		const contact = found ?? added?.row;
		if (!contact || contact.leftAt !== null) return undefined;
		const changes = edited(contact, edit, at);
		if (Object.keys(changes).length === 0) return contact;
		// Tags that another run adds at the same moment are not lost.
		const { isFollower, tags } = contact;
		const guard = changes.tags === undefined || changes.tags === tags ? {} : { tags };
		const [result] = await records.claim(contacts, { key, isFollower, ...guard }, changes);
		if (result) return result;
	}
	return undefined;
}
