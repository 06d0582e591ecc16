import { limitsOf, type Person } from '../../../shared/records/forget';
import { readOne, type Records } from '../../../shared/records/port';
import { contactKey, contacts } from '../../../shared/records/tables/contacts';
import { groupMembers, placeKey } from '../../../shared/records/tables/groupMembers';
import { freePlaces, isOpen, isOver, type Group, type Place } from '../../engine/places';

/** A place in a group, and whether the person had it before. */
export interface Given {
	group: Group;
	place: Place;
	isNew: boolean;
}

/** The moment that a place is given, and before which offers that nobody has taken are over; epoch milliseconds. */
export interface Moment {
	now: number;
	endsAt: number;
}

/** The name of the limit that a place counts for when its owner is deleted. */
const limitName = (groupKey: string): string => `group:${groupKey}`;

/** One place a person: of several, the one that was taken first; the others are free again. */
async function onlyPlace(records: Records, openId: string): Promise<Place | undefined> {
	const [place, ...rest] = await records.read(groupMembers, { where: { openId } });
	if (rest.length > 0) {
		const values = rest.map(({ key }) => key);
		await records.remove(groupMembers, { among: { column: 'key', values } });
	}
	return place;
}

/** The place that somebody has, offered anew when the offer is over; undefined when another got it at this moment. */
async function heldPlace(
	records: Records,
	own: Place,
	{ now, endsAt }: Moment,
): Promise<Place | undefined> {
	if (!isOver(own, endsAt)) return own;
	const { key, openId } = own;
	const offer = { key, openId, state: 'offered', at: { before: endsAt } };
	const [renewed] = await records.claim(groupMembers, offer, { at: now });
	// Another run of the same person may have been faster: then the place is held all the same.
	return renewed ?? (await readOne(records, groupMembers, { key, openId }));
}

/** The place of somebody who had left the account and is back: the person may be in the group still. */
async function formerPlace(
	records: Records,
	person: Person,
	{ open, now }: { open: readonly Group[]; now: number },
): Promise<Given | undefined> {
	const limits = await limitsOf(records, person);
	for (const group of open.filter(({ key }) => (limits[limitName(key)] ?? 0) > 0)) {
		const left = await records.read(groupMembers, { where: { groupKey: group.key, openId: '' } });
		for (const { key } of left) {
			const [place] = await records.claim(
				groupMembers,
				{ key, openId: '' },
				{ openId: person.openId, at: now },
			);
			if (place) return { group, place, isNew: false };
		}
	}
	return undefined;
}

/** People who come at the same moment begin with different places, so that few of them meet. */
const firstChoice = (openId: string, count: number): number =>
	[...openId].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003, 7) %
	Math.max(1, count);

/** Ends an offer that nobody has taken, unless it was taken or renewed at this moment. */
async function endOffer(
	records: Records,
	{ groupKey, place }: Place,
	endsAt: number,
): Promise<void> {
	const where = { groupKey, place: place ?? 0, state: 'offered', at: { before: endsAt } };
	await records.remove(groupMembers, { where });
}

/** Who had a place that another one has now is in no group. */
async function noteLoss(records: Records, { openId }: Place, { name }: Group): Promise<void> {
	if (openId === '') return;
	const where = { key: contactKey(openId), groupName: name };
	await records.claim(contacts, where, { groupName: '' });
}

async function newPlace(
	records: Records,
	{ openId }: Person,
	{ group, left, now, endsAt }: Moment & { group: Group; left: Place | undefined },
): Promise<Place | undefined> {
	const given = await records.read(groupMembers, { where: { groupKey: group.key } });
	const { unused, over } = freePlaces(group, given, endsAt);
	for (const free of [unused, over]) {
		while (free.length > 0) {
			const [place = 0] = free.splice(firstChoice(openId, free.length), 1);
			const before = given.filter((each) => each.place === place);
			for (const each of before) await endOffer(records, each, endsAt);
			const key = placeKey(group.key, place);
			const row = { key, groupKey: group.key, openId, place, state: 'offered', at: now };
			const [added] = await records.add(groupMembers, [row]);
			if (!added?.isNew) continue;
			if (left) {
				const where = { key: left.key, openId, state: 'offered' };
				await records.remove(groupMembers, { where });
			}
			for (const each of before) await noteLoss(records, each, group);
			return await onlyPlace(records, openId);
		}
	}
	return undefined;
}

/**
 * Gives a person a place: the one that the person has, or the first free one. The row of a place is the claim, so
 * a run that is killed leaves no place without an owner, and gives the same one when it is run again.
 *
 * An offer that is over holds its place no more, but until somebody else gets it, it is the first choice of its person.
 *
 * @param groups that are wanted, in their order; only open ones
 * @returns undefined when all are full
 */
export async function takePlace(
	records: Records,
	person: Person,
	{ all, wanted, ...moment }: Moment & { all: readonly Group[]; wanted: readonly Group[] },
): Promise<Given | undefined> {
	const { now } = moment;
	const own = await onlyPlace(records, person.openId);
	const ownGroup = all.find(({ key }) => key === own?.groupKey);
	if (own && ownGroup && isOpen(ownGroup, now)) {
		const place = await heldPlace(records, own, moment);
		if (place) return { group: ownGroup, place, isNew: false };
	}
	const former = own ? undefined : await formerPlace(records, person, { open: wanted, now });
	if (former) return former;
	// An offer of a group that nobody can be led to any more ends as soon as there is another.
	const left = own?.state === 'offered' ? own : undefined;
	for (const group of wanted) {
		const place = await newPlace(records, person, { group, left, ...moment });
		const given = place && all.find(({ key }) => key === place.groupKey);
		if (place && given) return { group: given, place, isNew: true };
	}
	return undefined;
}
