import { patternFinder } from '../../shared/text/phrases';
import { hasReply, type Unreadable } from './library';
import { ownPhrases } from './phrases';
import type { Hit, Keyword } from './types';

export interface Period {
	/** Epoch milliseconds, both included. */
	from: number;
	to: number;
}

export type FindingKind =
	| 'againstActivity'
	| 'contradictory'
	| 'dead'
	| 'disagreeing'
	| 'duplicateKey'
	| 'emptyReply'
	| 'outdated'
	| 'overlapping'
	| 'stolen'
	| 'unheard'
	| 'unreadable'
	| 'wording'
	| 'wordingToCheck';

/** One thing to look at in the library. */
export interface AuditFinding {
	key: string;
	kind: FindingKind;
	keywordId: string;
	keyword: string;
	/** The other keyword, where there are two. */
	otherId: string;
	phrase: string;
	detail: string;
}

export interface AuditSummary {
	messages: number;
	matched: number;
	candidates: number;
	person: number;
	/** matched / messages, 0 … 1; null without messages. */
	coverage: number | null;
	keywords: number;
	enabled: number;
	findings: number;
}

interface PhraseOfKeyword {
	keyword: Keyword;
	/** For comparison. */
	text: string;
	shown: string;
}

function finding(
	kind: FindingKind,
	keyword: Keyword,
	detail: string,
	{ other, phrase = '' }: { other?: Keyword; phrase?: string } = {},
): AuditFinding {
	const otherId = other?.id ?? '';
	return {
		key: [kind, keyword.id, otherId, phrase].filter((part) => part !== '').join(':'),
		kind,
		keywordId: keyword.id,
		keyword: keyword.keyword,
		otherId,
		phrase,
		detail,
	};
}

const sameTime = (a: Keyword, b: Keyword): boolean =>
	a.validFrom <= b.validTo && b.validFrom <= a.validTo;

const saying = ({ replies, replyType, mediaId }: Keyword): string =>
	JSON.stringify([[...replies].sort(), replyType, mediaId]);

/** Whether somebody could have hit a keyword during a whole period. */
const isOlderThan = ({ addedAt, validFrom }: Keyword, { from }: Period): boolean =>
	addedAt <= from && validFrom <= from;

function single(
	keywords: readonly Keyword[],
	hits: readonly Hit[],
	period: Period,
): AuditFinding[] {
	const used = new Set(hits.map(({ keywordId }) => keywordId));
	const seen = new Map<string, Keyword>();
	return keywords.flatMap((keyword) => {
		const found: AuditFinding[] = [];
		const namesake = seen.get(keyword.id);
		if (namesake) {
			const detail = `${keyword.where} has the key of ${namesake.where}`;
			found.push(finding('duplicateKey', keyword, detail, { phrase: keyword.keyword }));
		}
		seen.set(keyword.id, keyword);
		if (!keyword.isEnabled) return found;
		if (!hasReply(keyword))
			found.push(finding('emptyReply', keyword, 'There is nothing to reply with'));
		if (keyword.validTo < period.to) {
			const day = new Date(keyword.validTo).toISOString();
			found.push(finding('outdated', keyword, `Valid until ${day}`));
		} else if (isOlderThan(keyword, period) && !used.has(keyword.id)) {
			found.push(finding('dead', keyword, 'No hit in the period'));
		}
		return found;
	});
}

function pairs(keywords: readonly Keyword[]): AuditFinding[] {
	const phrases = ownPhrases(keywords.filter(({ isEnabled }) => isEnabled)).flatMap(
		({ target, parts, text }): PhraseOfKeyword[] =>
			typeof target === 'string' || parts.length !== 1
				? []
				: [{ keyword: target, text: parts.join(''), shown: text }],
	);
	const find = patternFinder(phrases.map(({ text }) => [text]));
	return phrases.flatMap(({ keyword, text, shown }, place) =>
		find(text).flatMap(({ pattern }) => {
			const inner = phrases[pattern];
			if (!inner || inner.keyword === keyword || !sameTime(inner.keyword, keyword)) return [];
			const other = inner.keyword;
			if (inner.text !== text) {
				const detail = `"${inner.shown}" is part of "${shown}"; the longer one wins`;
				return [finding('overlapping', other, detail, { other: keyword, phrase: inner.shown })];
			}
			// Of two equal phrases the pair is reported once.
			if (pattern <= place) return [];
			const agrees = saying(keyword) === saying(other);
			return [
				finding(
					agrees ? 'overlapping' : 'contradictory',
					keyword,
					agrees
						? `"${shown}" is in two keywords with the same reply`
						: `"${shown}" is in two keywords with different replies`,
					{ other, phrase: shown },
				),
			];
		}),
	);
}

/** Rows that could not be read, as findings. */
export const unreadableFindings = (unreadable: readonly Unreadable[]): AuditFinding[] =>
	unreadable.map(({ row, problem }) => {
		const keyword = String(row.keyword ?? '').trim();
		const keywordId = String(row.key ?? '').trim() || keyword;
		return {
			key: `unreadable:${keywordId}`,
			kind: 'unreadable',
			keywordId,
			keyword,
			otherId: '',
			phrase: '',
			detail: problem,
		};
	});

/**
 * What should be put right in a library, and how much of what was asked it answered.
 *
 * @param hits rows of the messages; those outside the period, without status and repeated do not count
 */
export function audit(
	keywords: readonly Keyword[],
	hits: readonly Hit[],
	period: Period,
): { findings: AuditFinding[]; summary: AuditSummary } {
	const { from, to } = period;
	const inPeriod = [...new Map(hits.map((hit) => [hit.key, hit])).values()].filter(
		({ at, status }) => at >= from && at <= to && status !== '',
	);
	const count = (status: string) => inPeriod.filter((hit) => hit.status === status).length;
	const found = [...single(keywords, inPeriod, period), ...pairs(keywords)];
	const findings = [...new Map(found.map((entry) => [entry.key, entry])).values()];
	const matched = count('matched');
	return {
		findings,
		summary: {
			messages: inPeriod.length,
			matched,
			candidates: count('candidates'),
			person: count('person'),
			coverage:
				inPeriod.length === 0 ? null : Math.round((matched / inPeriod.length) * 10_000) / 10_000,
			keywords: keywords.length,
			enabled: keywords.filter(({ isEnabled }) => isEnabled).length,
			findings: findings.length,
		},
	};
}
