import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { spelledAsUsual } from '../message/kinds';
import { contentDigest } from './content';
import { namedPerson, noticesOf, textOf, within, withoutNotices } from './fields';

/** Fields that are part of the key already, or the same for one event key. */
const KNOWN = [
	'CreateTime',
	'Event',
	'EventKey',
	'FromUserName',
	'MenuId',
	'MsgType',
	'Ticket',
	'ToUserName',
];

/** What an event can be about, beside a person: an authorization, a check, a broadcast or template message. */
const SUBJECTS = ['RevokeInfo', 'trace_id', 'MsgID'];

const PUBLICATION = 'PublishEventInfo';
const PUBLICATION_ID = 'publish_id';
const NOTICE_ID = 'MsgID';
const TEMPLATE_ID = 'TemplateId';

const DIGEST_LENGTH = 12;

const noticeIdOf = (notice: IDataObject): string =>
	textOf(notice, NOTICE_ID) || textOf(notice, TEMPLATE_ID);

/** What an event is about, in ids that a person can find again. */
function subjectsOf(fields: IDataObject, notices: IDataObject[]): string[] {
	const ids = [
		namedPerson(fields),
		...SUBJECTS.map((name) => textOf(fields, name)),
		textOf(within(fields, PUBLICATION), PUBLICATION_ID),
		...notices.map(noticeIdOf),
	];
	return ids.filter((id) => id.trim() !== '');
}

/** Whatever else an event says, in a few characters: two events of one second can differ in that alone. */
function digestOf(fields: IDataObject, notices: IDataObject[]): string[] {
	const digest = contentDigest({
		...omit(withoutNotices(fields), [...KNOWN, ...SUBJECTS, 'OpenID', PUBLICATION]),
		publication: omit(within(fields, PUBLICATION), PUBLICATION_ID),
		notices: notices.map((notice) =>
			omit(notice, textOf(notice, NOTICE_ID) ? NOTICE_ID : TEMPLATE_ID),
		),
	});
	return digest === undefined ? [] : [digest.slice(0, DIGEST_LENGTH)];
}

const EVENT_KIND = 'event.';

/** The name of an event in its one spelling; empty for what is none. */
function eventOf(fields: IDataObject): string {
	return spelledAsUsual(EVENT_KIND + textOf(fields, 'Event').trim()).slice(EVENT_KIND.length);
}

/**
 * The key by which deliveries of one message are told from different messages (WeChat: receiving
 * messages and events): messages by MsgId, events by time. The sender is part of both, as ids were
 * seen to repeat between senders; event and key are, as two events can fall into one second; so is
 * all that the event says, as several messages to one person can end within a second, several persons can take
 * back what they allowed, and one person can allow and refuse.
 */
export function dedupeKeyOf(fields: IDataObject): string {
	const sender = textOf(fields, 'FromUserName');
	const messageId = textOf(fields, 'MsgId');
	if (messageId) return `${sender}:${messageId}`;
	const notices = noticesOf(fields);
	const event = eventOf(fields);
	const parts = [textOf(fields, 'CreateTime'), event, textOf(fields, 'EventKey')];
	const others = event === '' ? [] : digestOf(fields, notices);
	return [sender, ...parts, ...subjectsOf(fields, notices), ...others]
		.map((part) => part.trim())
		.join(':');
}
