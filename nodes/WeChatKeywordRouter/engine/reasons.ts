import type { Finding, Outcome, Why } from './types';

/* Why a message was answered, offered or left, as the staff read it, in Chinese. */

const MOST_WORDS = 5;

const listOf = (words: readonly string[]): string => words.slice(0, MOST_WORDS).join('、');

const namesOf = (findings: readonly Finding[] = []): string =>
	listOf(findings.map(({ keyword }) => keyword.keyword));

const ANSWERED: Partial<Record<Why, (best: Finding) => string>> = {
	tapped: ({ keyword }) => `粉丝选了“${keyword.keyword}”`,
	exact: ({ phrase }) => `和“${phrase}”一字不差`,
	keyword: ({ phrase }) => `句子里有“${phrase}”`,
	synonym: ({ phrase, keyword }) => `“${phrase}”和“${keyword.keyword}”说的是一回事`,
	pinyin: ({ phrase }) => `读音和“${phrase}”一样`,
	typo: ({ phrase }) => `像是把“${phrase}”写错了`,
	similarQuestion: ({ phrase }) => `和“${phrase}”问的是同一件事`,
};

/** By the names of the keywords that were found, and the words that nobody explains. */
const OTHERWISE: Partial<Record<Why, (about: string, unknown: string) => string>> = {
	askedForPerson: () => '粉丝要找人工',
	similarQuestions: (about) => `和“${about}”有些像，拿不准`,
	unsure: (about, unknown) => `提到了“${about}”，但关键词库里没有“${unknown}”，拿不准`,
	several: (about) => `一句话问了几件事：${about}`,
	refused: (about) => `粉丝说不要或不是在问“${about}”`,
	nothingAsked: (about) => `只是提到“${about}”，没有在问`,
	otherMeaning: (about, unknown) => `“${unknown}”里的“${about}”是别的意思`,
	unknownWords: (about, unknown) => `虽然有“${about}”，但说的是关键词库里没有的“${unknown}”`,
	complaint: () => '是一段抱怨，不是在问产品',
	advertisement: () => '是推销或兼职、发票、贷款之类的广告，不是提问',
	nothingFound: () => '关键词库里没有相关内容',
};

/** What is told to a person about an outcome. */
export function reasonOf(outcome: Outcome): string {
	if (outcome.status === 'matched') {
		return ANSWERED[outcome.best.why]?.(outcome.best) ?? '';
	}
	const findings = outcome.status === 'candidates' ? outcome.candidates : outcome.nearest;
	return OTHERWISE[outcome.why]?.(namesOf(findings), listOf(outcome.unknown ?? [])) ?? '';
}

/** Why what was found is not said again. */
export const ANSWERED_BEFORE = '刚回答过，粉丝又问了同样的事';
