import sortBy from 'lodash/sortBy';
import { MESSAGE_KINDS } from '../../shared/message/kinds';
import type { RowOf } from '../../shared/records/table';
import type { interactions } from '../../shared/records/tables/interactions';
import { RECORD_KEY } from '../check/chats';
import type { EventRow } from '../records/book';
import type { CaseRow } from '../records/opening';
import { digestOf } from './seal';

type InteractionRow = RowOf<typeof interactions>;

/** One line of a conversation. */
export interface Message {
	at: number;
	/** The follower, a person of the account, or the account by itself. */
	from: 'account' | 'follower' | 'staff';
	/** As the trigger names it. */
	kind: string;
	text: string;
	/** Whether nobody knows if it arrived. */
	isUnsure: boolean;
}

/** The kind of the event of an answer of which nobody knows whether it arrived. */
export const UNSURE = 'answerUnsure';

/** Messages of a conversation that are shown, the last ones. */
const MOST_SHOWN = 40;

const FROM: Readonly<Record<string, Message['from']>> = {
	userMessage: 'follower',
	autoReply: 'account',
	personReply: 'staff',
	[UNSURE]: 'staff',
};

const MENU_TAP = 'event.CLICK';
const EVENT_KEY = 'event:';
const SECOND_MS = 1_000;

function messageOfEvent({ kind, at, text }: EventRow): Message[] {
	const from = FROM[kind];
	if (!from || text === '') return [];
	return [{ at: at ?? 0, from, kind: 'text', text, isUnsure: kind === UNSURE }];
}

function messageOfInteraction({ kind, at, text, eventKey, isOutgoing }: InteractionRow): Message[] {
	const base = { at: at ?? 0, kind, isUnsure: false };
	if (isOutgoing) return text === '' ? [] : [{ ...base, from: 'account', kind: 'text', text }];
	if (kind === MENU_TAP) return [{ ...base, from: 'follower', text: eventKey }];
	return MESSAGE_KINDS.has(kind) ? [{ ...base, from: 'follower', text }] : [];
}

const second = ({ at }: { at: number | null }): number => Math.floor((at ?? 0) / SECOND_MS);

/**
 * What was said, oldest first. The same message may stand in several tables: as what the follower did, as what opened
 * the case, and in the chat records.
 */
export function conversationOf(
	{ text, openedAt }: CaseRow,
	events: readonly EventRow[],
	done: readonly InteractionRow[],
): Message[] {
	const keys = new Set(done.map(({ key }) => `${EVENT_KEY}${key}`));
	const seconds = new Set(
		[...done, ...events.filter(({ key }) => key.startsWith(EVENT_KEY))].map(second),
	);
	const others = events.filter((event) => {
		if (event.kind !== 'userMessage') return true;
		if (event.key.startsWith(RECORD_KEY)) return !seconds.has(second(event));
		return !keys.has(event.key);
	});
	const messages = [...done.flatMap(messageOfInteraction), ...others.flatMap(messageOfEvent)];
	if (text !== '' && !messages.some(({ from }) => from === 'follower')) {
		messages.push({ at: openedAt ?? 0, from: 'follower', kind: 'text', text, isUnsure: false });
	}
	return sortBy(messages, ({ at }) => at).slice(-MOST_SHOWN);
}

/** Whether an event is a reply of a person, or may be one. */
const isAnswer = ({ kind }: EventRow): boolean => kind === 'personReply' || kind === UNSURE;

/**
 * Stands for how far a case has got: another one after it was opened anew, and after each answer, wherever it was
 * given. So of two people who answer at the same moment one is heard.
 */
export function markOf({ openedBy }: CaseRow, events: readonly EventRow[]): string {
	const last = sortBy(events.filter(isAnswer), [({ at }) => at ?? 0, ({ key }) => key]).at(-1);
	return digestOf([openedBy, last?.key ?? ''].join('\n'));
}
