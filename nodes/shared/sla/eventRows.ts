import type { PolicyBook } from './policies';
import { CASE_EVENTS, CHANNELS, type CaseEvent } from './types';
import { caseName } from './caseKeys';

/** An event of a case as it is kept; see the table of events. */
export interface KeptEvent {
	key: string;
	caseKey: string;
	openId: string;
	channel: string;
	tier: string;
	kind: string;
	at: number | null;
}

/** What WeChat's window learns of an event. */
const INTERACTION: Partial<Record<CaseEvent['kind'], string>> = {
	userMessage: 'text',
	autoReply: 'sent',
	personReply: 'sent',
};

/**
 * The event of a row; undefined for one that means nothing for reply times. A tier whose policy is gone counts
 * as none, so that one old row does not stop the watch over all others.
 */
export function replyEventOf(row: KeptEvent, policies: PolicyBook): CaseEvent | undefined {
	const kind = CASE_EVENTS.find((word) => word === row.kind);
	const channel = CHANNELS.find((word) => word === row.channel);
	if (!kind || !channel || row.at === null) return undefined;
	const { key, caseKey, openId, at } = row;
	const interaction = INTERACTION[kind];
	return {
		key,
		caseId: caseName(caseKey),
		openId,
		channel,
		tier: policies.find(row.tier, channel) ? row.tier : '',
		kind,
		at,
		...(channel === 'chat' && interaction ? { interaction: { kind: interaction, at } } : {}),
	};
}
