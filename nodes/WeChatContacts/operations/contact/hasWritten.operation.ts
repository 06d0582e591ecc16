import { contactJson } from '../../../shared/contact/contactJson';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise, type At } from '../../../shared/engagement/recordOperation';
import { optionalMoment } from '../../../shared/operations/time';
import { readOne } from '../../../shared/records/port';
import { contactKey, contacts } from '../../../shared/records/tables/contacts';
import { happeningOf } from '../../engine/happening';
import { answerSince, type Beginning, type Since } from '../../engine/since';
import { openId, openIdOf } from '../person';

const OUTPUTS: Readonly<Record<Since, string>> = {
	written: 'Has Written',
	silent: 'Silent',
	left: 'Left',
};

const beginningOf = ({ json, now }: At, since: number | undefined): Beginning =>
	since === undefined ? happeningOf(json, now) : { at: since, kind: '' };

/** Tells what to do with a follower after a wait. */
export const hasWritten = itemwise({
	option: {
		name: 'Has Written Since',
		value: 'hasWritten',
		action: 'Check whether a follower has written since',
		description:
			'Tell who has written since, so that WeChat takes a message for 48 hours, who has been silent, and who has left',
	},
	outputs: OUTPUTS,
	errorsTo: 'left',
	fields: {
		openId,
		since: optionalMoment('Since', {
			description:
				'From when on a message counts. Leave empty for the moment of the item, e.g. of the follow before a wait.',
		}),
		options: onlyNow,
	},
	tables: [contacts],
	execute: async (at, values) => {
		const { json, records } = at;
		const id = openIdOf(at, values.openId);
		const beginning = beginningOf(at, values.since);
		const contact = await readOne(records, contacts, { key: contactKey(id) });
		const to = answerSince(contact, beginning);
		const known = contact && to !== 'left' ? contactJson(contact) : null;
		return [{ to, json: { ...json, contact: known } }];
	},
});
