import { RowReader, type Row } from '../../shared/rows/row';
import { DELETION_REQUESTS, MESSAGE_KINDS, spelledAsUsual } from '../../shared/message/kinds';
import type { TimedInteraction } from '../../shared/message/replyWindow';
import { choice, tierOf, type PolicyBook } from '../../shared/sla/policies';
import {
	CASE_EVENTS,
	CHANNELS,
	type CaseEvent,
	type CaseEventKind,
	type Channel,
} from '../../shared/sla/types';

const USER_KINDS = new Set([...MESSAGE_KINDS, 'comment']);

interface Meaning {
	kind: CaseEventKind;
	/** What the row is for WeChat's window. */
	interaction?: string;
}

/** Kinds of a case stand for themselves; those of the interaction table are translated. */
function meaningOf(reader: RowReader, kind: string): Meaning {
	if (USER_KINDS.has(kind)) return { kind: 'userMessage', interaction: kind };
	if (DELETION_REQUESTS.has(kind)) return { kind: 'cancelled', interaction: kind };
	if (kind.startsWith('event.')) return { kind: 'contact', interaction: kind };
	if (kind === 'noticeSent') return { kind: 'contact' };
	if (kind === 'sent') {
		return { kind: reader.flag('auto', false) ? 'autoReply' : 'personReply', interaction: kind };
	}
	const own = CASE_EVENTS.find((candidate) => candidate === kind);
	switch (own) {
		case undefined:
			throw reader.error(
				'kind',
				`is "${kind}"`,
				`Use one of: ${CASE_EVENTS.join(', ')}; or a kind of the trigger as text or event.CLICK.`,
			);
		case 'userMessage':
			return { kind: own, interaction: 'text' };
		case 'autoReply':
		case 'personReply':
			return { kind: own, interaction: 'sent' };
		default:
			return { kind: own };
	}
}

function interactionOf(
	reader: RowReader,
	kind: string | undefined,
	at: number,
): TimedInteraction | undefined {
	// A reply that goes back with WeChat's own request is not counted by WeChat.
	if (kind === undefined || (kind === 'sent' && reader.text('sentAs', '') === 'passiveReply')) {
		return undefined;
	}
	return { kind, at, bizmsgmenuid: reader.text('bizmsgmenuid', '') };
}

function caseIdOf(reader: RowReader, channel: Channel, kind: CaseEventKind): string {
	if (reader.has('caseId')) return reader.text('caseId');
	// A conversation is a case of its own, and so is every comment.
	if (channel === 'chat') return reader.text('openId');
	return kind === 'userMessage' ? reader.text('key') : reader.text('caseId');
}

/**
 * Reads a row of a case: `{ key, caseId, openId, channel, tier, kind, at }`, or a row of the interaction
 * table. Without `caseId` a conversation is the case of its person, and a comment one of its own.
 *
 * @param where how the row is called in errors
 * @param zone where a time without an offset belongs
 * @param item number of the item that holds it
 * @throws UserInputError naming the row and the column
 */
export function readEvent(
	row: Row,
	where: string,
	policies: PolicyBook,
	zone: string,
	item?: number,
): CaseEvent {
	const reader = new RowReader(row, where);
	const given = spelledAsUsual(reader.text('kind'));
	const meaning = meaningOf(reader, given);
	const at = reader.time('at', { zone });
	const channel = choice(reader, 'channel', CHANNELS, given === 'comment' ? 'comment' : 'chat');
	const caseId = caseIdOf(reader, channel, meaning.kind);
	return {
		key: reader.text('key', `${caseId}:${given}:${at}`),
		caseId,
		openId: reader.text('openId', ''),
		channel,
		tier: tierOf(reader, channel, policies),
		kind: meaning.kind,
		at,
		interaction: channel === 'chat' ? interactionOf(reader, meaning.interaction, at) : undefined,
		item,
	};
}
