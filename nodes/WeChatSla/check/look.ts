import type { IExecuteFunctions } from 'n8n-workflow';
import { DAY_MS } from '../../shared/calendar/days';
import type { At } from '../../shared/engagement/recordOperation';
import type { Records } from '../../shared/records/port';
import type { NewRow } from '../../shared/records/table';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import type { SlaSettings } from '../../shared/sla/slaSettings';
import type { CaseEvent, Channel } from '../../shared/sla/types';
import { byUrgency, findingOf, type Decision } from '../engine/decision';
import type { Given } from '../fields/settings';
import { eventsOf, eventsSince, recordedSettings, type EventRow } from '../records/book';
import type { CaseRow } from '../records/opening';
import { answersInChats, type Answers } from './chats';
import { answersToComments } from './comments';
import { contactsOf } from './contacts';
import { standingOf, urgentOf, type Standing } from './sweep';

/** Cases that are older are over, one way or the other. */
const WATCHED_MS = 8 * DAY_MS;

/** How this node learns that a person has answered in a chat. */
export type AnswersFrom = 'hand' | 'records';

/** What is known of the cases that are watched. */
interface Known {
	settings: SlaSettings;
	rows: CaseRow[];
	events: EventRow[];
	/** What else followers have done. */
	contacts: CaseEvent[];
}

/** How the cases stand, and of whom staff is to be warned. */
export interface Look {
	rows: CaseRow[];
	events: EventRow[];
	standing: Standing;
	/** The most urgent first. */
	urgent: Decision[];
	/** Why answers of people could not be read; empty where they were. */
	problems: Record<Channel, string>;
}

/** The key of the first row that tells of a warning. */
export const warningKey = ({ key }: Decision): string => `warning:${key}`;

export const caseKeyOf = ({ channel, caseId }: Decision): string => `case:${channel}:${caseId}`;

/** The events with others; what another run has added meanwhile counts once. */
async function withAdded(
	records: Records,
	events: EventRow[],
	rows: ReadonlyArray<NewRow<typeof caseEvents>>,
): Promise<EventRow[]> {
	if (rows.length === 0) return events;
	const added = await records.add(caseEvents, rows);
	return [...events, ...added.map(({ row }) => row)];
}

/** Without cases that are older than what is read: what was said of them is only the rest. */
async function watchedCases(
	records: Records,
	now: number,
): Promise<Pick<Known, 'events' | 'rows'>> {
	const from = now - WATCHED_MS;
	const [events, open] = await Promise.all([
		eventsSince(records, from),
		records.read(cases, { where: { state: 'open' } }),
	]);
	const old = new Set(open.filter(({ openedAt }) => (openedAt ?? 0) < from).map(({ key }) => key));
	return {
		events: events.filter(({ caseKey }) => !old.has(caseKey)),
		rows: open.filter(({ key }) => !old.has(key)),
	};
}

const decisionsOf = (standing: Standing, settings: SlaSettings): Decision[] =>
	byUrgency(urgentOf(standing).map((judged) => findingOf(judged, settings))).map(
		({ decision }) => decision,
	);

const stand = ({ events, contacts, settings }: Known): Standing =>
	standingOf([...eventsOf(events, settings), ...contacts], settings);

/** Replies to the comments that staff would be warned of now. */
async function commentAnswers(
	ctx: IExecuteFunctions,
	{ rows, events, settings }: Known,
	standing: Standing,
): Promise<Answers> {
	const told = new Set(events.filter(({ kind }) => kind === 'warning').map(({ key }) => key));
	const untold = decisionsOf(standing, settings).filter(
		(decision) => !told.has(warningKey(decision)),
	);
	const keys = new Set(untold.map(caseKeyOf));
	const waiting = rows.filter(({ key, channel }) => channel === 'comment' && keys.has(key));
	return await answersToComments(ctx, waiting, settings.now);
}

/** Reads what is known of all cases, and what people have answered since. */
export async function lookAtCases(
	{ ctx, records, now }: At,
	{ answersFrom, ...given }: Given & { readonly answersFrom: AnswersFrom },
): Promise<Look> {
	const [settings, { rows, events: before }] = await Promise.all([
		recordedSettings(records, given, now),
		watchedCases(records, now),
	]);
	const byHand: Answers = { rows: [], problem: 'Cases of chats are closed by hand' };
	const inChats = answersFrom === 'records' ? await answersInChats(ctx, before, now) : byHand;
	const events = await withAdded(records, before, inChats.rows);
	const contacts = await contactsOf(records, rows, now - WATCHED_MS);
	const known = { settings, rows, events, contacts };
	const standing = stand(known);
	const inComments = await commentAnswers(ctx, known, standing);
	const after = { ...known, events: await withAdded(records, events, inComments.rows) };
	const last = inComments.rows.length > 0 ? stand(after) : standing;
	return {
		rows,
		events: after.events,
		standing: last,
		urgent: decisionsOf(last, known.settings),
		problems: { chat: inChats.problem, comment: inComments.problem },
	};
}
