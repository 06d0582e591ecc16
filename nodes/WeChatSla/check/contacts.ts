import { DELETION_REQUESTS, MESSAGE_KINDS } from '../../shared/message/kinds';
import type { Records } from '../../shared/records/port';
import { interactions } from '../../shared/records/tables/interactions';
import type { CaseEvent } from '../../shared/sla/types';
import type { CaseRow } from '../records/opening';

/** A message of the account that WeChat counts. */
const SENT = 'sent';

const isKnown = (kind: string): boolean => MESSAGE_KINDS.has(kind) || kind.startsWith('event.');

/**
 * What else the followers of open chats have done, as *WeChat Contacts* recorded it: it opens WeChat's window
 * anew, and who has left needs no answer.
 */
export async function contactsOf(
	records: Records,
	rows: readonly CaseRow[],
	from: number,
): Promise<CaseEvent[]> {
	const openIds = rows.filter(({ channel }) => channel === 'chat').map(({ openId }) => openId);
	if (openIds.length === 0) return [];
	const known = await records.read(interactions, {
		where: { at: { from } },
		among: { column: 'openId', values: [...new Set(openIds)] },
	});
	return known.flatMap(({ key, openId, kind, at, isOutgoing }): CaseEvent[] => {
		const counts = isOutgoing ? kind === SENT : isKnown(kind);
		if (at === null || !counts) return [];
		return [
			{
				key: `interaction:${key}`,
				caseId: openId,
				openId,
				channel: 'chat',
				tier: '',
				kind: DELETION_REQUESTS.has(kind) ? 'cancelled' : 'contact',
				at,
				interaction: { kind, at },
			},
		];
	});
}
