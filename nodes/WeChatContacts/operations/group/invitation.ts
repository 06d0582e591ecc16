import type { IDataObject } from 'n8n-workflow';
import { optionalText } from '../../../shared/operations/fields';
import { contactKey, contacts } from '../../../shared/records/tables/contacts';
import type { Records } from '../../../shared/records/port';
import { filledText } from '../../engine/places';
import type { Given } from './places';

const OFFERED = '为您安排了「{group}」。{link}\n进群后回复“已进群”。';

/** What a follower reads of a group that has no invitation of its own. */
export const offeredReply = optionalText('Offered', {
	default: OFFERED,
	typeOptions: { rows: 2 },
	description:
		'For groups without an invitation of their own. {group} is the name, {link} the link.',
});

/** Notes with the follower which group it is. */
export async function noteGroup(records: Records, openId: string, { group }: Given): Promise<void> {
	await records.claim(contacts, { key: contactKey(openId) }, { groupName: group.name });
}

/** What an item tells of a place: the invitation as `reply`, the picture as `mediaId`, and the `group`. */
export function invitation({ group, place, isNew }: Given, offered = OFFERED): IDataObject {
	const { key, name, link, mediaId, tag } = group;
	return {
		reply: filledText(group.invitation || offered, group),
		...(mediaId === '' ? {} : { mediaId }),
		group: { key, name, link, tag, place: place.place, state: place.state, isNew },
	};
}
