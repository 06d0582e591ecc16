import { dayOf } from '../../shared/calendar/days';
import type { Interaction } from './interactions';
import { isFollow, isOwnAction, isUnfollow, type OwnKinds } from './kinds';
import { firstFrom, median } from './order';

/** A row about a person as the account knows them. */
export interface Contact {
	openId: string;
	isFollower: boolean;
	/** Shanghai day; undefined when not known. */
	followedOn?: number;
}

/** When a person was active and when they followed. */
export interface Person {
	openId: string;
	/** Days on which they did something, each once, in order. */
	days: number[];
	/** Changes of following, in order of time. */
	follows: Array<{ day: number; isFollow: boolean }>;
	/** First day on which they followed, as far as known. */
	followedOn?: number;
	/** What the contact row says; it holds when no change of following is recorded. */
	isFollower: boolean;
}

const same = (value: number): number => value;

function personIn(people: Map<string, Person>, openId: string): Person {
	const known = people.get(openId);
	if (known) return known;
	const person: Person = { openId, days: [], follows: [], isFollower: true };
	people.set(openId, person);
	return person;
}

function addFollow(person: Person, day: number, follows: boolean): void {
	person.follows.push({ day, isFollow: follows });
	if (follows) person.followedOn ??= day;
}

/**
 * Everybody in the rows and among the contacts.
 *
 * @param rows in order of time
 */
export function peopleOf(
	rows: readonly Interaction[],
	contacts: readonly Contact[],
	own: OwnKinds,
): Map<string, Person> {
	const people = new Map<string, Person>();
	for (const row of rows) {
		const isChange = isFollow(row) || isUnfollow(row);
		const isOwn = isOwnAction(row, own);
		// What the phone, the staff or WeChat report of somebody does not bring back who has left.
		const isReport = row.kind.startsWith('event.') && !isOwn && !isChange;
		if (row.openId === '' || isReport) continue;
		const day = dayOf(row.at);
		const person = personIn(people, row.openId);
		if (isChange) addFollow(person, day, isFollow(row));
		if (isOwn && person.days.at(-1) !== day) person.days.push(day);
	}
	for (const { openId, isFollower, followedOn } of contacts) {
		const person = personIn(people, openId);
		// Of two rows of one person the one that says less counts, so that their order does not matter.
		person.isFollower &&= isFollower;
		if (followedOn !== undefined) {
			person.followedOn = Math.min(followedOn, person.followedOn ?? followedOn);
		}
	}
	return people;
}

/** Whether a person follows the account at the end of a day. */
export function isFollowingOn(person: Person, day: number): boolean {
	const last = person.follows[firstFrom(person.follows, day + 1, (follow) => follow.day) - 1];
	return last ? last.isFollow : person.isFollower;
}

export function isActiveOn(person: Person, day: number): boolean {
	return person.days[firstFrom(person.days, day, same)] === day;
}

/** First active day from a day on. */
export function nextActive(person: Person, day: number): number | undefined {
	return person.days[firstFrom(person.days, day, same)];
}

/** Days that a person's habit is taken from. */
const HABIT_DAYS = 90;

/** How a person stood at the end of a day. */
export interface Standing {
	/** Active days among the last 90. */
	activeDays: number;
	/** Median gap between them; undefined when there are fewer than two. */
	usualGap?: number;
	/** Days since they were last active, or followed; undefined when nothing was known of them yet. */
	silence?: number;
	/** Last active day. */
	lastOn?: number;
}

export function standingOn(person: Person, day: number): Standing {
	const end = firstFrom(person.days, day + 1, same);
	const begin = firstFrom(person.days, day - HABIT_DAYS + 1, same);
	const gaps: number[] = [];
	for (let place = begin + 1; place < end; place++) {
		const [before, after] = [person.days[place - 1], person.days[place]];
		if (before !== undefined && after !== undefined) gaps.push(after - before);
	}
	const lastOn = person.days[end - 1];
	const since = lastOn ?? person.followedOn;
	return {
		activeDays: end - begin,
		usualGap: median(gaps),
		silence: since !== undefined && since <= day ? day - since : undefined,
		lastOn,
	};
}
