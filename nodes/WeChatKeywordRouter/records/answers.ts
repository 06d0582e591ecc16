import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import { isRecord } from '../../shared/json';
import type { NewRow, RowOf } from '../../shared/records/table';
import type { keywordHits } from '../../shared/records/tables/keywordHits';
import type { unanswered } from '../../shared/records/tables/unanswered';
import { menuOf, type Candidate, type Decision } from '../engine/decision';
import { LEVELS, REPLY_TYPES, WHYS, type Hit, type Message, type Why } from '../engine/types';

/*
 * Answers as they stand in the tables. What a column holds is not held twice, and what is empty not at all:
 * there is a row for each message.
 */

type HitRow = RowOf<typeof keywordHits>;

const STATUSES = ['matched', 'candidates', 'person'] as const;

const HIT = 'hit:';
const ASKED = 'asked:';

/** The key of the row of a message. */
export const hitKey = (message: Message): string => HIT + message.key;

/** What a row need not say. */
const USUAL: Readonly<Record<string, unknown>> = { replyType: 'text', mediaId: '' };

const isUsual = (name: string, value: unknown): boolean =>
	value === null || value === USUAL[name] || (Array.isArray(value) && value.length === 0);

export function hitRowOf(message: Message, decision: Decision): NewRow<typeof keywordHits> {
	const { status, keywordId, keyword, level, score, why } = decision;
	const rest = omit(decision, 'status', 'keywordId', 'keyword', 'level', 'score', 'why', 'menu');
	const answer = omitBy(rest, (value, name) => isUsual(name, value));
	return {
		key: hitKey(message),
		openId: message.openId,
		at: message.at,
		text: message.text,
		status,
		keywordId: keywordId ?? '',
		keyword: keyword ?? '',
		level: level ?? '',
		score,
		why,
		answer,
	};
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
	names.find((name) => name === value);

function candidatesOf(value: unknown): Candidate[] {
	const list: unknown[] = Array.isArray(value) ? value : [];
	return list.filter(isRecord).map(({ keywordId, keyword, level, score }) => ({
		keywordId: textOf(keywordId),
		keyword: textOf(keyword),
		level: oneOf(LEVELS, level) ?? 'function',
		score: Number(score),
	}));
}

/** The answer that a row stands for. */
export function decisionOf(row: HitRow): Decision {
	const { keywordId, keyword, score, answer } = row;
	const status = oneOf(STATUSES, row.status) ?? 'person';
	const candidates = candidatesOf(answer.candidates);
	const { answeredMinutesAgo } = answer;
	return {
		status,
		level: oneOf(LEVELS, row.level) ?? null,
		keyword: keyword || null,
		keywordId: keywordId || null,
		score,
		why: oneOf(WHYS, row.why) ?? 'nothingFound',
		reason: textOf(answer.reason),
		phrase: textOf(answer.phrase) || null,
		reply: textOf(answer.reply),
		replyType: oneOf(REPLY_TYPES, answer.replyType) ?? 'text',
		mediaId: textOf(answer.mediaId),
		answeredMinutesAgo: typeof answeredMinutesAgo === 'number' ? answeredMinutesAgo : null,
		also: candidatesOf(answer.also),
		candidates,
		menu: status === 'candidates' ? menuOf(candidates) : [],
	};
}

/** A row as the engine takes it. */
export const hitOf = ({ key, openId, at, text, status, keywordId }: HitRow): Hit => ({
	key: key.slice(HIT.length),
	openId,
	at: at ?? 0,
	text,
	status,
	keywordId,
});

/** What means that the library lacks something. */
const GAPS: ReadonlySet<Why> = new Set<Why>([
	'nothingFound',
	'otherMeaning',
	'several',
	'similarQuestions',
	'unknownWords',
	'unsure',
]);

/** The row of a question that was not answered; undefined when it was, or nothing was asked. */
export function questionRowOf(
	message: Message,
	{ status, why, candidates }: Decision,
): NewRow<typeof unanswered> | undefined {
	if (!GAPS.has(why) || message.text.trim() === '') return undefined;
	const isOffered = status === 'candidates';
	return {
		key: ASKED + message.key,
		openId: message.openId,
		at: message.at,
		text: message.text,
		status: isOffered ? 'offered' : 'open',
		offered: isOffered ? candidates.map(({ keywordId }) => keywordId).join(',') : '',
	};
}
