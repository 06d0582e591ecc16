import { createHash } from 'crypto';
import groupBy from 'lodash/groupBy';
import uniqBy from 'lodash/uniqBy';
import { toQuestionText } from '../../shared/text/normalise';
import type { AuditFinding, AuditSummary } from './audit';
import type { Proposal } from './learn';
import { holderOf } from './phrases';
import type { Keyword } from './types';

/** What a person is asked to decide about the library. */
export interface Draft {
	key: string;
	kind: string;
	keywordId: string;
	keyword: string;
	level: string;
	/** As in a cell of the library. */
	variants: string;
	questions: string;
	asked: number;
	people: number;
	similarTo: string;
	detail: string;
}

/** A draft of an earlier time, whatever was decided about it. */
export type EarlierDraft = Pick<Draft, 'key' | 'keywordId' | 'kind' | 'questions'>;

/** A question for which a follower took a keyword that was offered. */
export interface Chosen {
	text: string;
	openId: string;
	chosen: string;
}

/** A short key that goes into forms and addresses, the same for the same proposal. */
const keyOf = (...parts: string[]): string =>
	`draft:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)}`;

const KEYS = /draft:[0-9a-f]{12}/g;

/** The keys of drafts in a text, e.g. of a form in which several were ticked; each once. */
export const draftKeysIn = (text: string): string[] => [...new Set(text.match(KEYS) ?? [])];

/** Commas and lines separate the questions of a keyword, so a question may hold none. */
const asCell = (question: string): string => question.replace(/[,，、;；|｜\s]+/g, ' ').trim();

const EMPTY = { keyword: '', level: '', variants: '', questions: '', asked: 0, people: 0 };

/** The draft of a keyword that the library lacks. */
export function keywordDraft(proposal: Omit<Proposal, 'key'>): Draft {
	const { keyword, level, variants, questions, count, people, similarTo } = proposal;
	return {
		key: keyOf('new', keyword),
		kind: 'new',
		keywordId: '',
		keyword,
		level,
		variants: variants.join(','),
		questions: questions.map(asCell).join('\n'),
		asked: count,
		people,
		similarTo,
		detail: '',
	};
}

/** The questions in cells, as they are compared. */
const textsOf = (cells: readonly string[]): Set<string> =>
	new Set(cells.flatMap((cell) => cell.split('\n')).map(toQuestionText));

function moreQuestions(
	chosen: readonly Chosen[],
	library: readonly Keyword[],
	earlier: readonly EarlierDraft[],
): Draft[] {
	const byId = new Map(library.map((keyword) => [keyword.id, keyword]));
	return Object.entries(groupBy(chosen, 'chosen')).flatMap(([keywordId, all]) => {
		const keyword = byId.get(keywordId);
		if (!keyword) return [];
		const known = textsOf([
			...keyword.questions,
			...earlier
				.filter((draft) => draft.kind === 'question' && draft.keywordId === keywordId)
				.map(({ questions }) => questions),
		]);
		const asked = all
			.map((row) => ({ ...row, text: asCell(row.text), compared: toQuestionText(row.text) }))
			.filter(({ compared }) => compared !== '' && !known.has(compared));
		const questions = uniqBy(asked, 'compared');
		if (questions.length === 0) return [];
		const compared = questions.map((question) => question.compared).sort();
		return [
			{
				...EMPTY,
				key: keyOf('question', keywordId, ...compared),
				kind: 'question',
				keywordId,
				keyword: keyword.keyword,
				questions: questions.map(({ text }) => text).join('\n'),
				asked: asked.length,
				people: new Set(asked.map(({ openId }) => openId)).size,
				similarTo: '',
				detail: '',
			},
		];
	});
}

function change({ key, kind, keywordId, keyword, otherId, detail }: AuditFinding): Draft {
	return {
		...EMPTY,
		key: keyOf('finding', key),
		kind,
		keywordId,
		keyword,
		similarTo: otherId,
		detail,
	};
}

/**
 * What a renewal proposes: new keywords for what was asked, more questions for keywords that followers chose, and
 * what the audit found. What was proposed before is not proposed again, whatever was decided about it.
 */
export function draftsFor(
	found: {
		proposals: readonly Proposal[];
		chosen: readonly Chosen[];
		findings: readonly AuditFinding[];
		summary: AuditSummary;
	},
	library: readonly Keyword[],
	earlier: readonly EarlierDraft[],
): Draft[] {
	const keys = new Set(earlier.map(({ key }) => key));
	const known = textsOf(
		earlier.filter(({ kind }) => kind === 'new').map(({ questions }) => questions),
	);
	const words = found.proposals
		.map(keywordDraft)
		// A word that is there, perhaps switched off by a person, is no new keyword.
		.filter(({ keyword }) => !holderOf(library, keyword))
		.filter(({ questions }) => ![...textsOf([questions])].some((text) => known.has(text)));
	// With fewer messages than keywords most have no hit; that says nothing about them.
	const isTelling = found.summary.messages >= found.summary.enabled;
	const changes = found.findings.filter(({ kind }) => kind !== 'dead' || isTelling).map(change);
	return [...words, ...moreQuestions(found.chosen, library, earlier), ...changes].filter(
		({ key }) => !keys.has(key),
	);
}
