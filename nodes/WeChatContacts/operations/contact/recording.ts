import mapValues from 'lodash/mapValues';
import type { Contact } from '../../../shared/contact/contact';
import { forget, traceOf, type Person } from '../../../shared/records/forget';
import { readOne, type Records } from '../../../shared/records/port';
import type { RowOf } from '../../../shared/records/table';
import { contactKey, contacts } from '../../../shared/records/tables/contacts';
import { interactions } from '../../../shared/records/tables/interactions';
import type { traces } from '../../../shared/records/tables/traces';
import { changesOf, FOLLOW, interactionOf, isBeginning, newContact } from '../../engine/changes';
import type { Happening } from '../../engine/happening';

/*
 * What is written, and in which order. The interaction comes first and the contact after it, by a change that a
 * deletion under way refuses: so whoever is being deleted gets no row that stays. A message of somebody who is
 * known costs two runs of a store: the row is changed unseen, where what happened is the newest there is.
 */

/** What became of something that a follower did. */
export interface Recorded {
	contact: Contact;
	/** Whether it was recorded before, by an earlier delivery. */
	isRepeated: boolean;
	/** Whether it is by this that the person follows, or became known. */
	isBeginning: boolean;
	/** What is left of an earlier time, when it is by this that the person is back. */
	trace?: RowOf<typeof traces>;
}

/** Tries of a change that others disturb; each of them has written something newer. */
const TRIES = 5;

/**
 * Records something that a follower did.
 *
 * @returns undefined when it belongs to a time that is over: the person has left since
 */
export async function recordHappening(
	records: Records,
	person: Person,
	happening: Happening,
): Promise<Recorded | undefined> {
	const [added] = await records.add(interactions, [interactionOf(happening)]);
	const isRepeated = added?.isNew === false;
	const key = contactKey(person.openId);
	const touched = isRepeated ? undefined : await touch(records, key, happening);
	if (touched) {
		return { contact: touched, isRepeated, isBeginning: isBeginning(touched, happening) };
	}
	const contact = await readOne(records, contacts, { key });
	if (!contact || contact.leftAt !== null) {
		return await meet(records, person, happening, { contact, isRepeated });
	}
	// Nobody does anything before following, except in an earlier time that may be over.
	const isOlder = happening.at < (contact.subscribedAt ?? 0);
	if (isOlder && (await isOver(records, person, happening))) return undefined;
	return await update(records, person, happening, { contact, isRepeated });
}

/**
 * Notes the newest that a follower did without reading the row before. Whoever did something later, did nothing yet
 * or does not follow is left for a closer look.
 */
async function touch(
	records: Records,
	key: string,
	happening: Happening,
): Promise<Contact | undefined> {
	const { kind, at } = happening;
	const { lastAt, lastContactAt } = changesOf(undefined, happening);
	if (kind === FOLLOW || lastAt === undefined) return undefined;
	const changes = { lastAt, ...(lastContactAt === undefined ? {} : { lastContactAt }) };
	const where = { key, isFollower: true, ...mapValues(changes, () => ({ before: at })) };
	const [contact] = await records.claim(contacts, where, changes);
	return contact;
}

/** Takes back what belongs to a time that is over. */
async function isOver(records: Records, person: Person, { at, key }: Happening): Promise<boolean> {
	const trace = await traceOf(records, person);
	if ((trace?.leftAt ?? -Infinity) < at) return false;
	await records.remove(interactions, { where: { key } });
	return true;
}

interface State {
	contact: Contact | undefined;
	isRepeated: boolean;
}

/** Somebody of whom nothing is known, or who is back before the deletion was finished. */
async function meet(
	records: Records,
	person: Person,
	happening: Happening,
	{ contact, isRepeated }: State,
): Promise<Recorded | undefined> {
	if (await isOver(records, person, happening)) return undefined;
	if (contact && contact.leftAt !== null) {
		if (contact.leftAt >= happening.at) {
			await records.remove(interactions, { where: { key: happening.key } });
			return undefined;
		}
		await forget(records, person, contact.leftAt);
		await records.add(interactions, [interactionOf(happening)]);
	}
	const [added] = await records.add(contacts, [newContact(happening)]);
	// A deletion may have begun meanwhile, and have found nothing to mark.
	const trace = await traceOf(records, person);
	if (trace && (trace.leftAt ?? -Infinity) >= happening.at) {
		await forget(records, person, trace.leftAt ?? happening.at);
		return undefined;
	}
	if (!added) return undefined;
	if (!added.isNew) {
		return await update(records, person, happening, { contact: added.row, isRepeated });
	}
	return { contact: added.row, isRepeated, isBeginning: true, ...(trace ? { trace } : {}) };
}

/** Somebody who is known. */
async function update(
	records: Records,
	person: Person,
	happening: Happening,
	state: { contact: Contact; isRepeated: boolean },
): Promise<Recorded | undefined> {
	const { isRepeated } = state;
	const key = contactKey(person.openId);
	let contact: Contact | undefined = state.contact;
	for (let tries = 1; contact && contact.leftAt === null; tries++) {
		const changes = changesOf(contact, happening);
		const { isFollower } = contact;
		const isNewer = changes.lastAt !== undefined && contact.lastAt !== null;
		const guard = isNewer ? { lastAt: { before: happening.at } } : {};
		const [changed] = await records.claim(contacts, { key, isFollower, ...guard }, changes);
		if (changed || tries === TRIES) {
			const result = changed ?? contact;
			return { contact: result, isRepeated, isBeginning: isBeginning(result, happening) };
		}
		contact = await readOne(records, contacts, { key });
	}
	// Deleted meanwhile.
	return await meet(records, person, happening, { contact, isRepeated });
}

/** What became of somebody who leaves. */
export interface Departed {
	/** What was known until now. */
	contact: Contact | undefined;
	/** Whether it was done before, by an earlier delivery. */
	isRepeated: boolean;
}

/**
 * Deletes somebody who unfollows, or takes back what was allowed.
 *
 * @returns undefined when the person has followed again since, so that an old event asks for it
 */
export async function recordDeparture(
	records: Records,
	person: Person,
	{ at }: Happening,
): Promise<Departed | undefined> {
	const [contact, trace] = await Promise.all([
		readOne(records, contacts, { key: contactKey(person.openId) }),
		traceOf(records, person),
	]);
	const isRepeated = (trace?.leftAt ?? -Infinity) >= at;
	const isBack = contact?.leftAt === null && (isRepeated || at < (contact.subscribedAt ?? 0));
	if (isBack) return undefined;
	await forget(records, person, at);
	return { contact, isRepeated };
}
