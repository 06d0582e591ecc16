import { DAY_MS } from '../../shared/calendar/days';
import type { CatalogueItem, HistoryEvent } from './types';

/** Only offered: counts against repeating, and as a chance that was not taken. */
const OFFERED = new Set(['shown', 'sent', 'noticesent']);

/** Refused: never offered again, and its tags count against it. */
const REFUSED = new Set(['dismissed', 'disliked', 'notinterested']);

/** Costs a person more than reading does, and so says more. */
const STRONG = new Set([
	'bought',
	'ordered',
	'redeemed',
	'shared',
	'liked',
	'favorited',
	'commented',
	'comment',
	'signedup',
]);

/**
 * What an event says about the interest of a person: 0 for what was only offered, 1 for reading,
 * clicking and whatever else a person does, 2 for what costs more, -1 for a refusal.
 */
export function strengthOf(kind: string): number {
	const name = kind.toLowerCase().replace(/[\s_-]/g, '');
	if (OFFERED.has(name)) return 0;
	if (REFUSED.has(name)) return -1;
	return STRONG.has(name) ? 2 : 1;
}

/** An event with its item as a position in the catalogue. */
export interface Touch {
	item: number;
	at: number;
	strength: number;
}

/** How much an event still counts after some time. */
export function decay(age: number, halfLifeDays: number): number {
	return 2 ** (-Math.max(0, age) / (halfLifeDays * DAY_MS));
}

export function daysBefore(now: number, days: number): number {
	return now - days * DAY_MS;
}

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

function identityOf({ key, openId, itemId, kind, at }: HistoryEvent): string {
	return key ? `key ${key}` : JSON.stringify([openId, itemId, kind, at]);
}

/**
 * What each person did, oldest first. Repeated rows count once, and the order of the rows makes no
 * difference, not even to the last digit of a score. Events after `now` and those of items that the
 * catalogue does not know are left out.
 */
export function touchesByPerson(
	catalogue: CatalogueItem[],
	events: HistoryEvent[],
	now: number,
): Map<string, Touch[]> {
	const positions = new Map(catalogue.map(({ itemId }, position) => [itemId, position]));
	const known = new Map<string, HistoryEvent>();
	for (const event of events) {
		const identity = identityOf(event);
		const other = known.get(identity);
		// Two rows with one key that disagree: the earlier moment wins, whichever row comes first.
		const isEarlier =
			!other || event.at < other.at || (event.at === other.at && event.kind < other.kind);
		if (isEarlier) known.set(identity, event);
	}
	const sorted = [...known.values()]
		.filter(({ at, itemId }) => at <= now && positions.has(itemId))
		.sort((a, b) => a.at - b.at || compareText(a.itemId, b.itemId) || compareText(a.kind, b.kind));
	const people = new Map<string, Touch[]>();
	for (const { openId, itemId, kind, at } of sorted) {
		const touch = { item: positions.get(itemId) ?? 0, at, strength: strengthOf(kind) };
		const touches = people.get(openId);
		if (touches) touches.push(touch);
		else people.set(openId, [touch]);
	}
	return people;
}
