import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import type { ValuesOf } from '../../../shared/operations/fields';
import type { Where } from '../../../shared/records/port';
import { contacts } from '../../../shared/records/tables/contacts';
import { splitList } from '../../../shared/text/list';
import type { Contact } from '../../../shared/contact/contact';
import { contactJson } from '../../../shared/contact/contactJson';
import { filters, most } from './filters';

type Filters = ValuesOf<{ filters: typeof filters }>['filters'];

const filledIn = (text: string | undefined): string | undefined =>
	text?.trim() === '' ? undefined : text?.trim();

/** What the store itself can tell. */
const whereOf = ({ follower, activeSince, ...texts }: Filters): Where<typeof contacts> => ({
	...(follower === undefined ? {} : { isFollower: follower === 'yes' }),
	...(activeSince === undefined ? {} : { lastAt: { from: activeSince } }),
	groupName: filledIn(texts.groupName),
	scene: filledIn(texts.scene),
	segment: filledIn(texts.segment),
	tier: filledIn(texts.tier),
});

/** The rest: one tag of several, and who never did anything. */
function isWanted(contact: Contact, { tag, activeBefore }: Filters): boolean {
	if (contact.leftAt !== null) return false;
	const wanted = filledIn(tag);
	if (wanted !== undefined && !splitList(contact.tags).includes(wanted)) return false;
	return activeBefore === undefined || (contact.lastAt ?? -Infinity) < activeBefore;
}

/** Gives contacts, one item each. */
export const getMany = itemwise({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many contacts',
		description: 'Get followers from your records by tier, segment, tag, group or last activity',
	},
	outputs: { contacts: 'Contacts' },
	fields: {
		most,
		filters,
		options: onlyNow,
	},
	tables: [contacts],
	execute: async ({ records }, { filters: wanted, most: limit }) => {
		const rows = await records.read(contacts, { where: whereOf(wanted) });
		const found = rows.filter((contact) => isWanted(contact, wanted));
		return found
			.slice(0, limit)
			.map((contact) => ({ to: 'contacts' as const, json: contactJson(contact) }));
	},
});
