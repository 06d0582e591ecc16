import uniq from 'lodash/uniq';
import { DAY_MS } from '../../shared/calendar/days';
import { commentKey } from '../../shared/comment/keys';
import { backgroundOf } from '../../shared/contact/background';
import type { Contact } from '../../shared/contact/contact';
import type { Background } from '../../shared/contact/profile';
import { readOne, type Records } from '../../shared/records/port';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import { comments } from '../../shared/records/tables/comments';
import { contactKey, contacts } from '../../shared/records/tables/contacts';
import { standingOf } from '../check/sweep';
import { placeOf } from '../engine/waiting';
import type { Given } from '../fields/settings';
import { eventsOf, recordedSettings, type EventRow } from '../records/book';
import type { CaseRow } from '../records/opening';
import { reachOfChat, reachOfComment, type Reach } from './reach';
import type { Seal } from './seal';
import { waitersOf, type Waiter } from './waiters';

/** Open cases that are shown. More than that waits for more people, not for a longer list. */
const MOST_OPEN = 500;
/** Closed cases among which the last ones are found. */
const MOST_CLOSED = 500;
const SHOWN_CLOSED = 10;
/** So long a closed case can be looked at, and written to once more. */
const CLOSED_MS = 2 * DAY_MS;
/** Events that are older tell nothing of who waits now. */
const EVENTS_MS = 8 * DAY_MS;
const MOST_EVENTS = 200;

/** Who waits, and who was answered last. */
export interface Inbox {
	waiters: Waiter[];
	/** The last one closed first. */
	closed: CaseRow[];
	contacts: ReadonlyMap<string, Contact>;
	/** Whether there are more than are shown. */
	isCut: boolean;
}

const readOpen = async (records: Records): Promise<CaseRow[]> =>
	await records.read(cases, { where: { state: 'open' }, limit: MOST_OPEN });

async function readClosed(records: Records, now: number): Promise<CaseRow[]> {
	const where = { state: 'closed', closedAt: { from: now - CLOSED_MS } };
	const rows = await records.read(cases, { where, limit: MOST_CLOSED });
	return rows.sort((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0));
}

async function contactsOf(
	records: Records,
	rows: readonly CaseRow[],
): Promise<ReadonlyMap<string, Contact>> {
	const values = uniq(rows.map(({ openId }) => openId).filter((openId) => openId !== ''));
	const found = await records.read(contacts, {
		among: { column: 'key', values: values.map(contactKey) },
	});
	return new Map(found.map((contact) => [contact.openId, contact]));
}

/** Reads who waits; how much is read depends on how many wait, not on how many follow. */
export async function readInbox(records: Records, given: Given, now: number): Promise<Inbox> {
	const [settings, open, recent] = await Promise.all([
		recordedSettings(records, given, now),
		readOpen(records),
		readClosed(records, now),
	]);
	const closed = recent.slice(0, SHOWN_CLOSED);
	const [events, known] = await Promise.all([
		records.read(caseEvents, {
			where: { at: { from: now - EVENTS_MS } },
			among: { column: 'caseKey', values: open.map(({ key }) => key) },
		}),
		contactsOf(records, [...open, ...closed]),
	]);
	const standing = standingOf(eventsOf(events, settings), settings);
	const waiters = waitersOf(open, known, standing, settings);
	return { waiters, closed, contacts: known, isCut: open.length === MOST_OPEN };
}

/** Everything that a page about one case says. */
export interface Person {
	row: CaseRow;
	/** Of the case, the newest first. */
	events: EventRow[];
	contact?: Contact;
	background: Background;
	reach: Reach;
}

const NOTHING: Background = { done: [], sent: [], channel: '' };

/** The case that a ref stands for: one that is open, or was closed not long ago. */
export async function caseOf(
	records: Records,
	seal: Seal,
	ref: string,
	now: number,
): Promise<CaseRow | undefined> {
	const isMeant = ({ key }: CaseRow): boolean => seal.refOf(key) === ref;
	const open = (await readOpen(records)).find(isMeant);
	return open ?? (await readClosed(records, now)).find(isMeant);
}

async function isCommentAnswered(records: Records, row: CaseRow): Promise<boolean> {
	const place = placeOf(row.data);
	const [table] = await records.existing([comments]);
	if (!place || !table) return false;
	const { msgDataId, index, userCommentId } = place;
	const key = commentKey({ msgDataId, index }, userCommentId);
	return (await readOne(records, comments, { key }))?.state === 'answered';
}

/** Reads what is known of the person of a case, and of what was said. */
export async function readPerson(records: Records, row: CaseRow, now: number): Promise<Person> {
	const { key: caseKey, openId, channel } = row;
	const where = { caseKey, at: { from: now - EVENTS_MS } };
	const [events, contact] = await Promise.all([
		records.read(caseEvents, { where, newestFirst: true, limit: MOST_EVENTS }),
		openId === '' ? undefined : readOne(records, contacts, { key: contactKey(openId) }),
	]);
	const who = { openId, scene: contact?.scene ?? '' };
	const background = openId === '' ? NOTHING : await backgroundOf(records, who, now);
	const isFollower = contact === undefined || (contact.isFollower && contact.leftAt === null);
	const reach =
		channel === 'comment'
			? reachOfComment(await isCommentAnswered(records, row))
			: reachOfChat(background, events, { isFollower, now });
	return { row, events, contact, background, reach };
}
