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
 * The numbers of places that can be given: nobody has or had them, and with them the group has no more people than it
 * takes, also when it was made smaller and some have numbers beyond.
 */
export function freePlaces({ capacity }: Group, taken: readonly Place[]): number[] {
	const numbers = new Set(taken.map(({ place }) => place));
	const most = Math.max(0, Math.floor(capacity ?? 0));
	const all = Array.from({ length: most }, (_, n) => n + 1);
	return all.filter((place) => !numbers.has(place)).slice(0, Math.max(0, most - taken.length));
}

/** Fills `{group}` and `{link}` into a text. */
export const filledText = (text: string, { name, link }: Pick<Group, 'link' | 'name'>): string =>
	text.replaceAll('{group}', () => name).replaceAll('{link}', () => link);
