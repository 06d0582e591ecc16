import { Commands } from '../../shared/commands/commands';
import type { IExecuteFunctions } from 'n8n-workflow';
import { HOUR_MS } from '../../shared/calendar/days';
import { chatRecordsOf, recordSpans, type ChatRecord } from '../../shared/message/chatRecords';
import { attempt } from '../../shared/records/attempt';
import type { NewRow } from '../../shared/records/table';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cutText } from '../../shared/text/longest';
import { chatCaseKey } from '../../shared/sla/caseKeys';
import { KEPT_TEXT } from '../engine/waiting';
import type { EventRow } from '../records/book';

/** After WeChat's window has closed nobody can be answered any more. */
const WATCHED_MS = 49 * HOUR_MS;
/** How far back records are read at most. */
const READ_MS = 24 * HOUR_MS;
/** Records may come late, so some of those that are known are read again. */
const OVERLAP_MS = HOUR_MS;

/** What the keys of events begin with that come from the chat records. */
export const RECORD_KEY = 'record:';

/** Thanks want no answer. */
const THANKS = new Commands(
	'谢谢 谢谢您 多谢 感谢 感谢您 感谢你 好 好的 收到 知道了 嗯 嗯嗯 哦 哦哦 ok'.split(' '),
);

/** What became of reading the answers. */
export interface Answers {
	rows: Array<NewRow<typeof caseEvents>>;
	/** Why answers of people could not be read; empty when they were. */
	problem: string;
}

const NONE: Answers = { rows: [], problem: '' };

const isOf =
	(kind: string) =>
	(row: EventRow): boolean =>
		row.channel === 'chat' && row.kind === kind;

/** The event of a record; one second holds one of each direction. */
function eventOf({ openId, direction, text, at }: ChatRecord): NewRow<typeof caseEvents> {
	return {
		key: `${RECORD_KEY}${openId}:${at}:${direction}`,
		caseKey: chatCaseKey(openId),
		openId,
		channel: 'chat',
		kind: direction === 'sent' ? 'personReply' : 'userMessage',
		at,
		text: cutText(text, KEPT_TEXT),
	};
}

/**
 * What people of customer service and followers have said since, as far as it belongs to a case. An account
 * without chat records is told by `problem`, not by an error: the other cases are watched all the same.
 */
export async function answersInChats(
	ctx: IExecuteFunctions,
	events: readonly EventRow[],
	now: number,
): Promise<Answers> {
	const asked = events.filter(isOf('userMessage')).filter(({ at }) => (at ?? 0) > now - WATCHED_MS);
	if (asked.length === 0) return NONE;
	const firstAt = asked.reduce((first, { at }) => Math.min(first, at ?? first), now);
	// What was answered on another way says nothing of how far the records have been read.
	const replies = events
		.filter(isOf('personReply'))
		.filter(({ key }) => key.startsWith(RECORD_KEY));
	const lastReply = replies.reduce((last, { at }) => Math.max(last, at ?? 0), 0);
	const from = Math.max(now - READ_MS, Math.min(firstAt, now - 1), lastReply - OVERLAP_MS);
	const read = await attempt(async () => {
		const lists: ChatRecord[][] = [];
		for (const span of recordSpans(from, now)) lists.push(await chatRecordsOf(ctx, span));
		return lists.flat();
	});
	if ('error' in read) return { rows: [], problem: read.message };
	const openIds = new Set(asked.map(({ openId }) => openId));
	const known = new Set(events.map(({ key }) => key));
	const rows = read.value
		.filter(({ openId, kfAccount }) => kfAccount !== '' && openIds.has(openId))
		.filter(({ direction, text }) => direction === 'sent' || !THANKS.isCalledBy(text))
		.map(eventOf)
		.filter(({ key }) => !known.has(key));
	return { rows, problem: '' };
}
