import { checkWording } from '../../../shared/wording/check';
import { findingText } from '../../../shared/wording/finding';
import type { AuditFinding } from '../audit';
import { hasReply } from '../library';
import type { Router } from '../router';
import type { Keyword } from '../types';
import { disagreementsOf, type Disagreement, type Statement } from './disagreements';
import { stolenWords, type Stolen } from './stolen';

/** Words that are told of one finding. */
const MOST_PHRASES = 5;

const entry = ({ keyword }: Keyword): string => `关键词「${keyword}」`;

function statementsOf(keywords: readonly Keyword[]): Statement[] {
	return keywords.flatMap((keyword) =>
		keyword.replies.map((text) => ({
			id: keyword.id,
			name: entry(keyword),
			about: [keyword.keyword, ...keyword.variants].join('，'),
			text,
			isActivity: false,
		})),
	);
}

function wordingOf(keyword: Keyword): AuditFinding[] {
	const found = keyword.replies.flatMap(checkWording);
	const byRule = new Map(found.map((finding) => [finding.id, finding]));
	return [...byRule.values()].map((finding) => ({
		key: `wording:${keyword.id}:${finding.id}`,
		kind: finding.severity === 'block' ? 'wording' : 'wordingToCheck',
		keywordId: keyword.id,
		keyword: keyword.keyword,
		otherId: '',
		phrase: finding.found,
		detail: findingText(finding),
	}));
}

function disagreeing({ matter, one, other, facts }: Disagreement): AuditFinding {
	// What can be put right comes first: the entry of the library.
	const isTurned = one.isActivity;
	const [own, against] = isTurned ? [other, one] : [one, other];
	const [first, second] = isTurned ? [facts[1], facts[0]] : facts;
	return {
		key: `disagreeing:${own.id}:${against.id}:${matter.id}`,
		kind: against.isActivity ? 'againstActivity' : 'disagreeing',
		keywordId: own.id,
		keyword: own.name,
		otherId: against.id,
		phrase: `${first.shown} / ${second.shown}`,
		detail: `${matter.label}不一致：${own.name}写“${first.clause}”，${against.name}写“${second.clause}”`,
	};
}

function stolen({ keyword, by, phrases }: Stolen): AuditFinding {
	const shown = phrases.slice(0, MOST_PHRASES).join('、');
	return {
		key: `${by ? 'stolen' : 'unheard'}:${keyword.id}:${by?.id ?? ''}`,
		kind: by ? 'stolen' : 'unheard',
		keywordId: keyword.id,
		keyword: keyword.keyword,
		otherId: by?.id ?? '',
		phrase: shown,
		detail: by ? `问“${shown}”时，回的是${entry(by)}` : `问“${shown}”时，没有自动回复，转给了人工`,
	};
}

/**
 * What followers would read wrong: answers that contradict each other or an activity, that break a rule of wording, and
 * words that another keyword answers. All of it is to be looked at by a person.
 *
 * @param router of the same library
 * @param activities what the activities promise
 * @param at epoch milliseconds; entries that are off or not valid then are left out
 */
export function careFindings(
	keywords: readonly Keyword[],
	router: Pick<Router, 'route'>,
	activities: readonly Statement[],
	at: number,
): AuditFinding[] {
	const live = keywords.filter(
		(keyword) =>
			keyword.isEnabled && hasReply(keyword) && keyword.validFrom <= at && at <= keyword.validTo,
	);
	const names = new Map(live.map(({ id, keyword }) => [id, keyword]));
	const differing = disagreementsOf([...statementsOf(live), ...activities]).map((found) => {
		const finding = disagreeing(found);
		return { ...finding, keyword: names.get(finding.keywordId) ?? finding.keyword };
	});
	return [...live.flatMap(wordingOf), ...differing, ...stolenWords(live, router, at).map(stolen)];
}
