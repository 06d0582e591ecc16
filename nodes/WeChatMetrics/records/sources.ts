import type { Records } from '../../shared/records/port';
import type { RowOf, Table } from '../../shared/records/table';
import { activityRows } from '../../shared/records/tables/activityRows';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { comments } from '../../shared/records/tables/comments';
import { contacts } from '../../shared/records/tables/contacts';
import { interactions } from '../../shared/records/tables/interactions';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import type { Row } from '../../shared/rows/row';
import { caseName } from '../../shared/sla/caseKeys';

/** Tables that metrics are calculated from, besides the statistics of WeChat. */
export const SOURCES: readonly Table[] = [
	interactions,
	contacts,
	comments,
	keywordHits,
	activityRows,
	caseEvents,
];

const iso = (epoch: number | null): string => (epoch === null ? '' : new Date(epoch).toISOString());

/** Interactions as the engine reads them. */
export async function interactionRows(records: Records, since: number): Promise<Row[]> {
	const rows = await records.read(interactions, { where: { at: { from: since } } });
	return rows.map(({ data, key, openId, kind, at, text, eventKey }) => ({
		...data,
		key,
		openId,
		kind,
		at: iso(at),
		text,
		eventKey,
	}));
}

/** Comments, and the answers that this package has given to them. */
async function commentRows(records: Records, since: number): Promise<Row[]> {
	const rows = await records.read(comments, { where: { commentedAt: { from: since } } });
	return rows.flatMap(({ key, openId, commentedAt, content, repliedAt, repliedBy }): Row[] => {
		const at = iso(commentedAt);
		const comment = { key, openId, kind: 'comment', at, text: content };
		if (repliedAt === null) return [comment];
		const answeredAt = iso(repliedAt);
		if (repliedBy === 'person') return [{ ...comment, repliedAt: answeredAt }];
		const answer = { key: `answer:${key}`, openId, kind: 'sent', at: answeredAt, auto: true };
		return [comment, { ...answer, channel: 'comment', caseId: key }];
	});
}

/** Answers from the keyword library: a passive reply leaves no message of its own. */
async function answerRows(records: Records, since: number): Promise<Row[]> {
	const rows = await records.read(keywordHits, {
		where: { at: { from: since }, status: { not: 'person' } },
	});
	return rows.map(({ key, openId, at }) => ({
		key: `answer:${key}`,
		openId,
		kind: 'sent',
		// An answer comes after what it answers.
		at: iso((at ?? 0) + 1_000),
		auto: true,
	}));
}

/** What happened in a case. */
export type CaseRow = RowOf<typeof caseEvents>;

/** Answers of people in chats, and when a chat was left to a person. */
function chatRows({ key, openId, kind, at }: CaseRow): Row[] {
	if (kind === 'personReply') return [{ key, openId, kind, at: iso(at) }];
	// The message itself stands among the interactions.
	return kind === 'userMessage'
		? [{ key: `handOver:${key}`, openId, kind: 'handOver', at: iso(at) }]
		: [];
}

/** A comment, and what a person has answered; the table of comments names it in the same way. */
function commentCaseRows({ key, caseKey, openId, kind, at, text }: CaseRow): Row[] {
	const [msgDataId, index, ...id] = caseName(caseKey).split(':');
	const comment = `comment:${msgDataId}_${Number(index) + 1}:${id.join(':')}`;
	const about = { openId, channel: 'comment', caseId: comment, at: iso(at) };
	if (kind === 'personReply') return [{ ...about, key, kind }];
	return kind === 'userMessage' ? [{ ...about, key: comment, kind: 'comment', text }] : [];
}

async function activities(records: Records, since: number): Promise<Row[]> {
	const rows = await records.read(activityRows, { where: { at: { from: since } } });
	return rows
		.filter(({ type }) => type !== '')
		.map(({ key, openId, activityId, type, at }) => ({
			key,
			openId,
			activityId,
			type,
			at: iso(at),
		}));
}

async function contactRows(records: Records): Promise<Row[]> {
	const rows = await records.read(contacts);
	return rows.map(({ openId, isFollower, subscribedAt }) => ({
		openId,
		isFollower,
		...(subscribedAt === null ? {} : { subscribedAt: iso(subscribedAt) }),
	}));
}

/** What the account has recorded. */
export interface Recorded {
	/** Rows of all tables, as the engine reads them. */
	rows: Row[];
	/** What happened in cases, as it stands in their table. */
	cases: CaseRow[];
}

/** Everything that was recorded since a moment. Tables that are not there yet hold nothing. */
export async function recordedRows(records: Records, since: number): Promise<Recorded> {
	const there = new Set(await records.existing(SOURCES));
	const [cases, ...lists] = await Promise.all([
		there.has(caseEvents) ? records.read(caseEvents, { where: { at: { from: since } } }) : [],
		there.has(interactions) ? interactionRows(records, since) : [],
		there.has(comments) ? commentRows(records, since) : [],
		there.has(keywordHits) ? answerRows(records, since) : [],
		there.has(activityRows) ? activities(records, since) : [],
		there.has(contacts) ? contactRows(records) : [],
	]);
	const happened = cases.flatMap((row) =>
		row.channel === 'comment' ? commentCaseRows(row) : chatRows(row),
	);
	return { rows: [...lists.flat(), ...happened], cases };
}
