import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { readOne } from '../../../shared/records/port';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { channels } from '../../../shared/records/tables/channels';
import { contactKey, contacts } from '../../../shared/records/tables/contacts';
import { interactions } from '../../../shared/records/tables/interactions';
import { sent } from '../../../shared/records/tables/sent';
import { cardOf, profileOf } from '../../../shared/contact/profile';
import { openId, openIdOf } from '../person';
import { backgroundOf } from '../../../shared/contact/background';

/** Tells everything that is known of a follower. */
export const getProfile = itemwise({
	option: {
		name: 'Get Profile',
		value: 'getProfile',
		action: 'Get the profile of a follower',
		description:
			'Get segment, tier, tags, points, last contact, source and how the follower can be reached, as data and as a card to read',
	},
	outputs: { found: 'Found', unknown: 'Not Found' },
	fields: { openId, options: onlyNow },
	tables: [contacts, interactions, sent, channels, activityRows],
	execute: async (at, values) => {
		const { json, records } = at;
		const id = openIdOf(at, values.openId);
		const contact = await readOne(records, contacts, { key: contactKey(id) });
		if (!contact || contact.leftAt !== null) {
			return [{ to: 'unknown', json: { ...json, profile: null, summary: '没有这个人的记录。' } }];
		}
		const background = await backgroundOf(records, contact, at.now);
		const profile = profileOf(contact, background, at.now);
		return [{ to: 'found', json: { ...json, profile, summary: cardOf(profile, contact) } }];
	},
});
