import { limitsOf, type Person } from '../../../shared/records/forget';
import type { Records } from '../../../shared/records/port';
import { groupMembers, placeKey } from '../../../shared/records/tables/groupMembers';
import { freePlaces, isOpen, type Group, type Place } from '../../engine/places';

/** A place in a group, and whether the person had it before. */
export interface Given {
	group: Group;
	place: Place;
	isNew: boolean;
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

async function newPlace(
	records: Records,
	{ openId }: Person,
	{ group, now }: { group: Group; now: number },
): Promise<Place | undefined> {
	const taken = await records.read(groupMembers, { where: { groupKey: group.key } });
	const free = freePlaces(group, taken);
	while (free.length > 0) {
		const [place = 0] = free.splice(firstChoice(openId, free.length), 1);
		const [added] = await records.add(groupMembers, [
			{
				key: placeKey(group.key, place),
				groupKey: group.key,
				openId,
				place,
				state: 'offered',
				at: now,
			},
		]);
		if (added?.isNew) return await onlyPlace(records, openId);
	}
	return undefined;
}

/**
 * Gives a person a place: the one that the person has, or the first free one. The row of a place is the claim, so
 * a run that is killed leaves no place without an owner, and gives the same one when it is run again.
 *
 * @param groups that are wanted, in their order; only open ones
 * @returns undefined when all are full
 */
export async function takePlace(
	records: Records,
	person: Person,
	{ all, wanted, now }: { all: readonly Group[]; wanted: readonly Group[]; now: number },
): Promise<Given | undefined> {
	const own = await onlyPlace(records, person.openId);
	const ownGroup = all.find(({ key }) => key === own?.groupKey);
	if (own && ownGroup && isOpen(ownGroup, now)) {
		return { group: ownGroup, place: own, isNew: false };
	}
	const former = own ? undefined : await formerPlace(records, person, { open: wanted, now });
	if (former) return former;
	for (const group of wanted) {
		const place = await newPlace(records, person, { group, now });
		const given = place && all.find(({ key }) => key === place.groupKey);
		if (place && given) return { group: given, place, isNew: true };
	}
	return undefined;
}
