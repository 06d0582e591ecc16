import type { RowOf } from '../../shared/records/table';
import type { groupMembers } from '../../shared/records/tables/groupMembers';
import type { groups } from '../../shared/records/tables/groups';

export type Group = RowOf<typeof groups>;
export type Place = RowOf<typeof groupMembers>;

/** Whether people can be led to a group. @param now epoch milliseconds */
export const isOpen = ({ isActive, expiresAt }: Group, now: number): boolean =>
	isActive && (expiresAt === null || expiresAt > now);

/**
 * Groups in the order in which they are filled: those that are asked for by name, those of the scene, then by
 * priority.
 */
export function inOrder(
	groups: readonly Group[],
	{ name, scene, now }: { name: string; scene: string; now: number },
): Group[] {
	const rank = (group: Group): number =>
		(name !== '' && group.name === name ? 2 : 0) + (scene !== '' && group.scene === scene ? 1 : 0);
	return groups
		.filter((group) => isOpen(group, now))
		.sort((one, other) => rank(other) - rank(one) || (other.priority ?? 0) - (one.priority ?? 0));
}

/**
 * Whether a place was offered and not taken in time: it is free again, and until somebody else gets it still that of
 * the person. A place without a time was written by hand and stays.
 *
 * @param endsAt offers made before this moment are over, epoch milliseconds
 */
export const isOver = ({ state, at }: Place, endsAt: number): boolean =>
	state === 'offered' && at !== null && at < endsAt;

/**
 * The numbers of places that can be given: first those that nobody has or had, then those of which the offer is over.
 * With them the group has no more people than it takes, also when it was made smaller and some have numbers beyond.
 *
 * @param endsAt offers made before this moment are over, epoch milliseconds
 */
export function freePlaces(
	{ capacity }: Group,
	given: readonly Place[],
	endsAt: number,
): { unused: number[]; over: number[] } {
	const most = Math.max(0, Math.floor(capacity ?? 0));
	const standing = given.filter((place) => !isOver(place, endsAt));
	const left = Math.max(0, most - standing.length);
	const known = new Set(given.map(({ place }) => place));
	const taken = new Set(standing.map(({ place }) => place));
	const all = Array.from({ length: most }, (_, n) => n + 1);
	const unused = all.filter((place) => !known.has(place)).slice(0, left);
	const over = all.filter((place) => known.has(place) && !taken.has(place));
	return { unused, over: over.slice(0, left - unused.length) };
}

/** Fills `{group}` and `{link}` into a text. */
export const filledText = (text: string, { name, link }: Pick<Group, 'link' | 'name'>): string =>
	text.replaceAll('{group}', () => name).replaceAll('{link}', () => link);
