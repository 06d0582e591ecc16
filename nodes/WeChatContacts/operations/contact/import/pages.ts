import chunk from 'lodash/chunk';
import type { Records } from '../../../../shared/records/port';
import { contactKey, contacts } from '../../../../shared/records/tables/contacts';
import { traceKey, traces } from '../../../../shared/records/tables/traces';
import { USERS_PER_CALL, type OpenIdPage, type Tag } from '../../../../shared/user/lists';
import type { UserInfo } from '../../../../shared/user/profile';
import type { Contact } from '../../../../shared/contact/contact';
import { importedProfile } from '../../../engine/imported';

/** Where followers come from. */
export interface Source {
	/** @param after last OpenID of the page before */
	page(after?: string): Promise<OpenIdPage>;
	/** @param openIds a hundred at most */
	users(openIds: string[]): Promise<Map<string, UserInfo>>;
	tags(): Promise<Tag[]>;
}

/** A page of the list of followers, and the import that it belongs to. */
export interface Page {
	openIds: string[];
	/** Marks the contacts that this import has made. */
	importKey: string;
	/** When the list was asked for, epoch milliseconds. */
	askedAt: number;
}

async function contactsOf(records: Records, openIds: string[]): Promise<Contact[]> {
	return await records.read(contacts, {
		among: { column: 'key', values: openIds.map(contactKey) },
	});
}

/**
 * Makes contacts of a page; may be done again. Contacts that are known become followers, if they were not.
 *
 * @returns how many were not known before this import
 */
export async function keepPage(records: Records, { openIds, importKey }: Page): Promise<number> {
	const known = await contactsOf(records, openIds);
	const keys = new Set(known.map(({ key }) => key));
	const fresh = openIds
		.filter((openId) => !keys.has(contactKey(openId)))
		.map((openId) => ({ key: contactKey(openId), openId, isFollower: true, firstKey: importKey }));
	const added = await records.add(contacts, fresh);
	const back = known.filter(({ isFollower, leftAt }) => !isFollower && leftAt === null);
	await records.put(
		contacts,
		back.map(({ key }) => ({ key, isFollower: true })),
	);
	const before = known.filter(({ firstKey }) => firstKey === importKey);
	return before.length + added.filter(({ isNew }) => isNew).length;
}

/** Reads the profiles of the contacts of a page that have none yet, a hundred at a time. */
export async function describePage(
	source: Source,
	records: Records,
	{ openIds }: Page,
): Promise<void> {
	const bare = (await contactsOf(records, openIds)).filter(
		({ subscribedAt, leftAt }) => subscribedAt === null && leftAt === null,
	);
	if (bare.length === 0) return;
	const tagNames = new Map((await source.tags()).map(({ id, name }) => [id, name]));
	for (const part of chunk(bare, USERS_PER_CALL)) {
		const users = await source.users(part.map(({ openId }) => openId));
		const rows = part.flatMap((contact) => {
			const user = users.get(contact.openId);
			return user?.subscribe === 1 ? [importedProfile(contact, user, tagNames)] : [];
		});
		await records.put(contacts, rows);
	}
}

/** Who has left since the list was asked for does not come back by it. */
export async function withoutDeparted(
	records: Records,
	appId: string,
	{ openIds, askedAt }: Page,
): Promise<void> {
	const left = await records.read(traces, { where: { leftAt: { from: askedAt } } });
	if (left.length === 0) return;
	const leftAt = new Map(left.map((trace) => [trace.key, trace.leftAt ?? 0]));
	const departed = openIds.filter((openId) => leftAt.has(traceKey(appId, openId)));
	const rows = await records.read(contacts, {
		among: { column: 'key', values: departed.map(contactKey) },
	});
	const keys = departed
		.map((openId) => ({ key: contactKey(openId), at: leftAt.get(traceKey(appId, openId)) ?? 0 }))
		.filter(({ key, at }) => {
			const row = rows.find((each) => each.key === key);
			return (row?.subscribedAt ?? 0) < at && (row?.lastAt ?? 0) < at;
		})
		.map(({ key }) => key);
	await records.remove(contacts, { among: { column: 'key', values: keys } });
}
