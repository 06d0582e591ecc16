import type { IDataObject } from 'n8n-workflow';
import { optionalText } from '../../../shared/operations/fields';
import type { Records } from '../../../shared/records/port';
import { contactKey, contacts } from '../../../shared/records/tables/contacts';
import { interactions } from '../../../shared/records/tables/interactions';
import { filledText } from '../../engine/places';
import type { Given } from './places';

const OFFERED = '为您安排了「{group}」。{link}\n进群后回复“已进群”。';
const PICTURE = '上面是「{group}」的二维码，长按识别进群。\n进群后回复“已进群”。';
const FREE = '有空位了，为您留了「{group}」的位置。回复“进群”领取二维码。';

const field = (name: string, text: string, description: string) =>
	optionalText(name, { default: text, typeOptions: { rows: 2 }, description });

/** What a follower reads of a group that has no invitation of its own. */
export const offeredReply = field(
	'Offered',
	OFFERED,
	'For groups without an invitation of their own. {group} is the name, {link} the link.',
);

/** What comes with the picture of a group. */
export const pictureReply = field(
	'With Picture',
	PICTURE,
	'Comes after the picture, for groups without an invitation of their own',
);

/** For those who waited: a message cannot lead to a picture, an answer to them can. */
export const freeReply = field(
	'With Picture',
	FREE,
	'For groups that a picture leads to: it is shown to who asks for the place',
);

interface Replies {
	offered?: string;
	picture?: string;
}

/** The text for who asks. */
export const offeredText = ({ group }: Given, replies: Replies): string => {
	const usual = group.mediaId === '' ? (replies.offered ?? OFFERED) : (replies.picture ?? PICTURE);
	return filledText(group.invitation || usual, group);
};

/** The text for who waited. */
export const freeText = ({ group }: Given, replies: Replies): string => {
	const linked = group.invitation || (replies.offered ?? OFFERED);
	return filledText(group.mediaId === '' ? linked : (replies.picture ?? FREE), group);
};

/** Notes with the follower which group it is, and that it was offered: who joins is counted among those. */
export async function noteGroup(
	records: Records,
	openId: string,
	{ group, place, isNew }: Given,
	at: number,
): Promise<void> {
	await records.claim(contacts, { key: contactKey(openId) }, { groupName: group.name });
	if (!isNew) return;
	await records.add(interactions, [
		{
			key: `groupOffer:${place.key}:${openId}`,
			openId,
			kind: 'groupOffer',
			at,
			eventKey: group.key,
			isOutgoing: true,
		},
	]);
}

/** What an item tells of a place: the invitation as `reply`, the picture as `mediaId`, and the `group`. */
export function invitation({ group, place, isNew }: Given, reply: string): IDataObject {
	const { key, name, link, mediaId, tag } = group;
	return {
		reply,
		...(mediaId === '' ? {} : { mediaId }),
		group: { key, name, link, tag, place: place.place, state: place.state, isNew },
	};
}
