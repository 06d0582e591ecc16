import { escapeHtml } from '../../shared/html';
import { draftKeysIn, type Draft } from './drafts';

/* The form in which the staff decide about drafts, as n8n's form page takes it, in Chinese. */

/** A draft that waits for a decision. */
export type OpenDraft = Draft & { reply: string };

/** What a person decided about a draft that was shown. */
export interface Reviewed {
	key: string;
	decision: 'approved' | 'rejected';
	/** What is taken instead of what was proposed. */
	edits: Partial<Pick<OpenDraft, 'keyword' | 'keywordId' | 'kind' | 'reply' | 'variants'>>;
}

/** New keywords on one page; the rest comes when the form is opened again. */
const MOST_NEW = 8;

const ADD = '新增';
const LATER = '下次再说';
const NEVER = '不要';
const MERGE = '并入';

const TICKED_QUESTIONS = 'questions';
const TICKED_KEYWORDS = 'keywords';
/** The drafts that were shown besides the new keywords: one that came meanwhile is not decided. */
const SHOWN = 'shown';

const SWITCHED_OFF = new Set(['dead', 'outdated']);

interface Shown {
	added: OpenDraft[];
	extended: OpenDraft[];
	switchedOff: OpenDraft[];
	/** What only a person can put right, in the table. */
	others: OpenDraft[];
}

function shownOf(drafts: readonly OpenDraft[]): Shown {
	const ofKind = (isIt: (kind: string) => boolean) => drafts.filter(({ kind }) => isIt(kind));
	const known = (kind: string) => kind === 'new' || kind === 'question' || SWITCHED_OFF.has(kind);
	return {
		added: ofKind((kind) => kind === 'new')
			.sort((one, other) => other.asked - one.asked)
			.slice(0, MOST_NEW),
		extended: ofKind((kind) => kind === 'question'),
		switchedOff: ofKind((kind) => SWITCHED_OFF.has(kind)),
		others: ofKind((kind) => !known(kind)),
	};
}

const html = (...parts: string[]) => ({ fieldType: 'html', html: parts.join('') });

const list = (lines: readonly string[]): string =>
	`<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;

const options = (labels: readonly string[]) => ({
	values: labels.map((option) => ({ option })),
});

const askedText = ({ asked, people }: OpenDraft): string =>
	people > 0 ? `${people} 人问了 ${asked} 次：` : `出现 ${asked} 次：`;

function newFields(draft: OpenDraft, place: number, nameOf: (id: string) => string) {
	const { key, keyword, variants, reply, questions, similarTo } = draft;
	const merge = similarTo === '' ? [] : [`${MERGE}“${nameOf(similarTo)}”`];
	return [
		html(
			`<h3>${place + 1}. ${escapeHtml(keyword)}</h3><p>${askedText(draft)}</p>`,
			list(questions.split('\n')),
		),
		{
			fieldLabel: '关键词',
			fieldName: `${key}:keyword`,
			fieldType: 'text',
			defaultValue: keyword,
		},
		{
			fieldLabel: '近义词（用逗号隔开，去掉太宽泛的）',
			fieldName: `${key}:variants`,
			fieldType: 'text',
			defaultValue: variants,
		},
		{
			fieldLabel: '回复',
			fieldName: `${key}:reply`,
			fieldType: 'textarea',
			placeholder: '新增时必填',
			defaultValue: reply,
		},
		{
			fieldLabel: '决定',
			fieldName: `${key}:decision`,
			fieldType: 'dropdown',
			requiredField: true,
			defaultValue: LATER,
			fieldOptions: options([ADD, ...merge, LATER, NEVER]),
		},
	];
}

const moreLabel = ({ keyword, questions }: OpenDraft): string =>
	`${keyword}：${questions.replaceAll('\n', '；')}`;

const offLabel = ({ keyword, kind }: OpenDraft): string =>
	`${keyword}（${kind === 'dead' ? '没人问' : '已过期'}）`;

function ticks(
	fieldLabel: string,
	fieldName: string,
	drafts: readonly OpenDraft[],
	labelOf: (draft: OpenDraft) => string,
) {
	if (drafts.length === 0) return [];
	const labels = [...new Set(drafts.map(labelOf))];
	return [{ fieldLabel, fieldName, fieldType: 'checkbox', fieldOptions: options(labels) }];
}

/**
 * The fields of the form, as JSON. n8n puts the text into another one by a rule in which `$` has a meaning, so that
 * sign is written by its number.
 *
 * @param nameOf the keyword of the library with an ID
 */
export function reviewForm(drafts: readonly OpenDraft[], nameOf: (id: string) => string): string {
	const { added, extended, switchedOff, others } = shownOf(drafts);
	const shown = [...extended, ...switchedOff, ...others].map(({ key }) => key).join(',');
	const fields = [
		...added.flatMap((draft, place) => newFields(draft, place, nameOf)),
		...ticks('勾选要加进原有关键词的问法', TICKED_QUESTIONS, extended, moreLabel),
		...ticks('勾选要停用的关键词', TICKED_KEYWORDS, switchedOff, offLabel),
		...(others.length === 0
			? []
			: [
					html(
						'<h3>请在关键词表里看看</h3>',
						list(others.map(({ keyword, detail }) => `${keyword}：${detail}`)),
					),
				]),
		{ fieldName: SHOWN, fieldType: 'hiddenField', fieldValue: shown },
	];
	return JSON.stringify(fields).replaceAll('$', '\\u0024');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** n8n escapes these two in labels, and gives back what it was sent. */
const asShown = (label: string): string => label.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function newOne(draft: OpenDraft, answers: Readonly<Record<string, unknown>>): Reviewed[] {
	const { key, similarTo } = draft;
	const answer = (name: string) => textOf(answers[`${key}:${name}`]);
	const decision = answer('decision');
	const keyword = answer('keyword') || draft.keyword;
	const variants = answer('variants');
	const reply = answer('reply');
	if (decision === NEVER) return [{ key, decision: 'rejected', edits: {} }];
	if (decision === ADD && reply !== '') {
		return [{ key, decision: 'approved', edits: { keyword, variants, reply } }];
	}
	if (!decision.startsWith(MERGE) || similarTo === '') return [];
	const words = [keyword, variants].filter((part) => part !== '').join(',');
	const merged = { kind: 'question', keywordId: similarTo, variants: words };
	return [{ key, decision: 'approved', edits: merged }];
}

/** What a person has decided in the form. What was put off, or was not shown, is not among it. */
export function reviewedIn(
	answers: Readonly<Record<string, unknown>>,
	drafts: readonly OpenDraft[],
): Reviewed[] {
	const shown = new Set(draftKeysIn(textOf(answers[SHOWN])));
	const isTicked = (name: string, label: string): boolean => {
		const ticked = answers[name];
		return Array.isArray(ticked) && [label, asShown(label)].some((each) => ticked.includes(each));
	};
	return drafts.flatMap((draft) => {
		const { key, kind } = draft;
		if (kind === 'new') return newOne(draft, answers);
		if (!shown.has(key)) return [];
		const isChosen =
			kind === 'question'
				? isTicked(TICKED_QUESTIONS, moreLabel(draft))
				: SWITCHED_OFF.has(kind) && isTicked(TICKED_KEYWORDS, offLabel(draft));
		return [{ key, decision: isChosen ? 'approved' : 'rejected', edits: {} }];
	});
}

/** New keywords that were to be added, but without a reply. */
export const withoutReply = (
	answers: Readonly<Record<string, unknown>>,
	drafts: readonly OpenDraft[],
): string[] =>
	drafts
		.filter(
			({ key }) => answers[`${key}:decision`] === ADD && textOf(answers[`${key}:reply`]) === '',
		)
		.map(({ keyword }) => keyword);
