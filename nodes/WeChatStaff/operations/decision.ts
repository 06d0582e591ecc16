import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/json';
import { attempt } from '../../shared/records/attempt';
import type { Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { decisions } from '../../shared/records/tables/decisions';
import { toEpoch } from '../../shared/rows/row';
import { decisionKey, trimmed } from './keys';

/** What an item tells of the decision it stands for. */
export interface Decision extends IDataObject {
	/** What identifies the question. */
	key: string;
	question: string;
	/** null while it is not known. */
	approved: boolean | null;
	/** Label of the button. */
	answer: string;
	reason: string;
	answeredAt: string | null;
}

/** The decision that an item brings; undefined when it brings none. */
export function decisionIn({ decision }: IDataObject): Decision | undefined {
	if (!isRecord(decision)) return undefined;
	const { key, approved } = decision;
	if (typeof key !== 'string' || typeof approved !== 'boolean') return undefined;
	return {
		key,
		approved,
		question: trimmed(decision.question),
		answer: trimmed(decision.answer),
		reason: trimmed(decision.reason),
		answeredAt: trimmed(decision.answeredAt) || null,
	};
}

const isoOf = (time: number | null): string | null =>
	time === null ? null : new Date(time).toISOString();

/** What the table tells of a question that was asked before. */
export function decisionOf(key: string, row: RowOf<typeof decisions>): Decision {
	const { question, answer, reason, state } = row;
	return {
		key,
		question,
		approved: state === 'asked' ? null : state === 'yes',
		answer,
		reason,
		askedAt: isoOf(row.askedAt),
		deadline: isoOf(row.deadline),
		answeredAt: isoOf(row.answeredAt),
	};
}

/**
 * Notes in the table what an item tells to be decided. Whatever becomes of it, the message about it is out: it
 * is told by the execution, too.
 */
export async function noteDecision(records: Records, json: IDataObject): Promise<void> {
	const decided = decisionIn(json);
	if (!decided) return;
	const { key, approved, answer, reason, answeredAt } = decided;
	const state = approved ? 'yes' : 'no';
	const changes = { state, answer, reason, answeredAt: toEpoch(answeredAt) ?? null };
	await attempt(
		async () => await records.claim(decisions, { key: decisionKey(key), state: 'asked' }, changes),
	);
}
